"""The words that criteria begin with: imperatives of every trade, so that a line can be judged by its first word.

Words that are a noun as often stand apart: only a text that is known to be a criterion is judged by them.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMMAND_VERBS = _words(
    """accelerate accept access acclimatise accommodate accompany account accurately achieve acknowledge acquire act
    activate adapt add address adhere adjust administer admit adopt advertise advise aerate agree alert align
    allocate allow analyse analyze animate annotate announce answer anticipate apologise apply appoint appraise
    appreciate arrange articulate ascertain ask aspirate assemble assess assist attach attain attempt attend audit
    authenticate authorise automate avoid await bake balance bathe become begin bend bind blend boil bolt bond book
    bore borrow braise breed brief briefly bring broadcast brush build bury butcher buy calculate calibrate call
    calm cancel care carry carve categorise cater certify challenge change check chock choose chop circulate cite
    clad clamp clarify classify clean clear clearly climb clip close co-operate co-ordinate coach collaborate
    collate collect comb combine commence commission commit communicate compare compensate compile complain complete
    comply compose compress compromise compute conceive concentrate conclude condition conduct configure confine
    confirm confront congratulate connect consent conserve consider consign consistently consolidate construct
    consult contact contextualise contrast contribute control converse convert convey convince cook cooperate
    coordinate cope copy correctly correspond cost counsel count couple cover crate create creep crimp critically
    criticise cultivate curate cure customise cut dampen de-escalate deal debate debrief debug decant decide declare
    decontaminate decorate dedicate deduce deepen defend defer define deflate defrost degrease delay delegate
    deliberate deliver demarcate demolish demonstrate demount denote deploy deposit derive descale describe design
    detach detail detect deter determine develop devise diagnose differentiate dig dilute dip direct disassemble
    discard disclose disconnect discover discriminate discuss disengage disinfect disinfest dislodge dismantle
    dismount dispatch dispense disperse display dispose disposition dispute disrobe dissect disseminate dissolve
    distil distinguish distribute diversify divide dock document download draft drain draw dress drill drive dry
    duplicate dust edit educate effectively elaborate elevate eliminate email embed embroider empathise emphasise
    employ empower empty emulate enable encode encourage energise enforce engage engrave enhance enlarge enlist
    enquire enrich enrol ensure enter entertain enumerate equip eradicate erase erect escalate escort establish
    estimate etch evacuate evade evaluate examine excavate exceed excel exchange exclude execute exemplify exercise
    exfoliate exhibit expand experiment explain explore expose express extend extinguish extract extrapolate extrude
    fabricate facilitate fasten feed ferment fertilise fetch file fill finalise find finish firm fit fix flatten
    flush fold follow forage forecast foresee forge form formalise formulate freeze freshen fry fulfil furnish fuse
    gain galvanise gather gauge generate get gild give glaze go govern grade graft graph grasp grease greet grind
    groom group grout grow guarantee guide hand handle handover harness harvest hear heat help hoist hold host
    hydrate ideate identify illuminate illustrate immerse immobilise impart implement import impose impress improve
    incline include incorporate incubate independently indicate individualise induct infer inflate inform infuse
    initiate inject innovate inoculate input inscribe insert inspect install instigate instruct insulate integrate
    interact intercept interlink internalise interpret interrelate interrogate intervene interview introduce invert
    invest investigate invite invoice involve iron irrigate isolate issue itemise join judge jump justify keep key
    knead knit label laminate lather launch lay lead learn leave lengthen level liaise lift light line link list
    listen load localise locate lock log look loosen lower lubricate machine magnify maintain make manage manipulate
    manoeuvre map marinate mark market mask match maximise measure mechanise mediate meditate meet memorise mend
    mentor merchandise merge migrate mill minimise mitigate mix mobilise model moderate modernise modify modulate
    moisturise monitor mop mortise motivate mount move mow muck multiply nail name narrate navigate neaten negotiate
    network neutralise nominate normalise note notify nurture obey observe obtain offer open operate operationalise
    optimise orchestrate order organise orientate originate outline outsource overcome overlap override oversee
    overwinter oxygenate pack package paint palpate park participate pasteurise pay peel perceive perforate perform
    permit persist personalise persuade phone photograph pick pilot pin place plait plan plane plaster pluck plug
    poach point polish pollinate populate position possess pot pour practice practise predict prefer preheat prepare
    prescribe present preserve preside press pretend prevent print prioritise probe process produce progress
    prohibit project promote promptly proof proofread prop propagate propel propose prosecute protect prove provide
    provoke prune publicise publish pump punch punctuate purchase puree purge push put qualify quantify query
    question quickly quote raise rake rank rate rationalise re-assess re-enact re-establish re-evaluate re-lay
    re-point reactivate read realise reapply rear reassure reattach rebuild rebut recall receive recheck recite
    reclassify recognise recognize recommend reconcile reconfirm record recover recreate recruit rectify recuperate
    recycle redeem redesign reduce refer reflect refrigerate refuel refuse regain regulate rehabilitate rehearse
    reinstate reiterate reject relate relay release relocate rely remain remember remind remove render renew
    renovate reopen reorganise repair repel replace replenish reply report represent reproduce request research
    resell reset resharpen resist resize resolve respect respond respray restart restate restock restore resume
    resuscitate retain retract retrieve return reuse revalidate reveal reverse review revise revisit rewind rewire
    reword rewrite rig rinse rise roast roll roster rotate rotavate route rub run saddle safeguard safely sample
    sand sandblast sanitise satisfy sauté save saw scan scarify schedule score scrape screen scrub scrutinise sculpt
    seal search season secure seek segregate seize select sell sense sensitise separate sequence serve set settle
    sever sew shampoo shape share sharpen shave shear shorten show shred sieve sift sign signpost simmer simulate
    sing sit size skate sketch skim slacken slice smooth soak socialise soften solder solicit solve sort source sow
    space speak specify spend spiral splice spray spread sprinkle square squeeze stabilise stack stage stain
    standardise staple start state steam steer sterilise sterilize stick stiffen stimulate stipulate stir stitch
    stock stop store straighten strain strap strategise strengthen stretch strim strip strive structure study style
    submerge submit subscribe substantiate substitute subtract succeed suggest summarise summarize summon supervise
    supply support survey suspend sustain swab swap swear sweep sweeten switch symbolise sympathise synchronise
    synthesise systematise tabulate tack tackle tag tailor take tape target teach tell terminate test testify thank
    thaw thicken think thread throw tidy tie tighten till time toast tolerate torque touch tour trace track train
    transcribe transfer transform translate translocate transmit transplant transport transpose trap travel tread
    treat triage triangulate trim troubleshoot trowel tune turn turnout tutor type unbind unblock unclip unclog
    uncoil uncouple uncover underpin understudy undertake undo undress unfasten unfold unhook unify unite unload
    unlock unmould unpack unpick unplug unroll unscrew unseal untie unveil unwrap update upgrade uphold upholster
    upload use usher utilise vacate vaccinate vacuum validate value varnish vent verbalise verify vibrate view visit
    visualise visualize vocalise volunteer wait waive waken walk warn wash watch water wax wean wear weave weigh
    welcome weld wheel whisk widen wield wind wipe wire withdraw withhold withstand work wrap wring write zip"""
)

# Words that are as often a noun: at the start of a numbered criterion a verb, elsewhere no sign of one.
NOUNS_TOO = _words(
    """abstain affix aid aim alter amend approach approve archive argue assert assign assume assure attract back
    backfill backwash bandage bank barber baste batch be bear beat bed bench benchmark bevel bid blanch bleach bleed
    block blow blow-dry boost bottle bounce box braid brainstorm braze brew budget bump burn button campaign canvass
    cap capture card cascade case cast catalogue catch caulk cement chamfer channel charge chart chase check-in
    chill chip chisel choreograph chunk clench clock clothe coat code coil colour comment compact confer continue
    contour contract contrive core couple craft credit critique crop cross cross-reference crush cue curl cut-in
    cycle dab damp dance darn dash daub deburr decipher decommission deep-clean defuse delimit desilt despatch
    detain dial dice digest dose dot double-check dovetail drag drape drop dub dye earn earth ease eat edge elect
    elicit elute encounter end endorse enthuse envisage err evolve excite excuse exhaust expedite explode exploit
    export eye face factor fade fail farm farrow fashion fast-track fax feather feel fell fettle field figure filter
    finance fine-tune fire flag flambé flame flash flex float flood flow focus foil forestall format foster found
    frame free frost fuel fund further garden garnish gear gel glean gloss glue grab grant grate graze grill grip
    grit guess gut hammer hang hatch haul head heal heave hem herd highlight hinge hire hit hitch hone honour hook
    hose house hover ice ignite imagine increase index influence ingest inhibit injure ink inquire insist instil
    institute insure intend introspect inventory jack join-in joint journal juggle kern kick kit knock knot lag lap
    lash last latch laugh launder layer leach leaf lease leash lend let liase license lie limit lip-read litter live
    lobby loop lop mail manicure manufacture marinade massage master mature mean melt mention mesh microwave milk
    mime minute mirror mist mock mortice mould muffle mulch nap nourish number nurse object oil opt orient outfit
    overhaul overlay own pace pad pan paraphrase partition pass paste pat patch patrol pattern pave pedal perfect
    perm persevere phase picture piece pierce pile pinch pioneer pipe pitch pivot plant plate play please plot
    plough plumb police poll pool portion portray pose post postpone pound power pre-heat pre-wash precede preclude
    presume prevail price prick prime procure profess proffer profile project-manage prompt pronounce protest
    prototype provision pull pulp pulse quarantine quell quench queue quiz rack raffle rally ramp rap rappel react
    readjust realign ream reap rearrange reason recap recapture recharge reclaim recline recombine recommence
    recondition reconnect reconstitute reconstruct redirect redraft redress reel refill refine reform refrain
    refresh refund refurbish refute regard register regroup rehouse reinforce reinsert rejoin relaunch relax relieve
    relight reline remake remedy rent repaint repeat replant replay repoint reposition repossess repress reprocess
    repurpose reroute reschedule rescue reseal reseat resit resole resubmit retrace retrain retrofit revamp revere
    reward reword rework rid ride ring rip risk-assess rock role-play roleplay roof root round row ruffle rule rush
    sacrifice sail salvage sanction saute scaffold scale scan-in scour scratch screed screw scribe seam seat secrete
    section segment self-assess send serenade service set-up shade shake shed shelter shelve shield shift shine ship
    shoe shoot shop shore shout shovel shuffle shut signal silence sink skewer skin skip slake slaughter sleeve
    slide sling slip slit slope slot slow smile smoke snap sniff snip soap socket soothe sound spare spark spay
    spearhead spell spin splint split sponge sponsor spot spotlight spring sprout squeegee stagger stake stamp stand
    starch startle station stay steal steep stem steward still stoke storyboard stow streamline strike string stroke
    strut stub stud stuff subcontract subdivide suck sue suit sum superimpose supplement suppress surface surmount
    surround swathe sweat swim swing take-off talk tame tamp tan tap tar tarmac taste tax tear tease telephone
    temper tempt tend tender tension texture thatch thin thrash thrust tick tile tilt tin tint tip toe tone top
    top-up toss total tote tow trade trade-off trail transact transfuse transship traverse treble trek trench trial
    trigger triple trouble truss trust try tuck tug tumble tweak tweeze twist upcycle upend upsell valet vary vault
    veneer venture vet victual vie voice void vote vouch wainscot wallpaper warm warp warrant waste waterproof wave
    wed weed weight wet whip whistle whitewash whittle win winch wish witness word worship wrestle yield zone"""
)

_SUBJECT = re.compile(
    r"(?:the |an? )?(?:learners?|candidates?|students?|you|i|apprentices?)\s+(?:can|will|must|should)\s+"
    r"(?:be able to\s+)?",
    re.IGNORECASE,
)


_WORDS = re.compile(r"([A-Z]{3,}(?![a-z])|[A-Za-z][a-z]*(?:-[a-z]+)?)(?:,?\s+([a-z]+(?:-[a-z]+)?))?")


def begins_with_verb(text: str) -> bool:
    """True where the first word is one that criteria begin with; an adverb may stand before it."""
    return bool(_first_words(text) & COMMAND_VERBS)


def may_begin_with_verb(text: str) -> bool:
    """As `begins_with_verb`, for a text that is known to be a criterion."""
    return bool(_first_words(text) & (COMMAND_VERBS | NOUNS_TOO))


def begins_with_capital_verb(text: str) -> bool:
    """As `begins_with_verb`, for places where only the capital tells a new criterion from a wrapped line."""
    return text[:1].isupper() and not text[1:3].isupper() and begins_with_verb(text)


def _first_words(text: str) -> set[str]:
    """The first word in small letters, and the second where the first is an adverb."""
    match = _WORDS.match(_SUBJECT.sub("", text, count=1))
    if match is None:
        return set()
    first = match[1].casefold()
    return {first, match[2]} if first.endswith("ly") and match[2] else {first}
