"""The words that criteria begin with: imperatives of every trade, so that a line can be judged by its first word.

Words that are a noun as often stand apart: only a text that is known to be a criterion is judged by them.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMMAND_VERBS = _words(
    """accelerate accept access acclaim acclimatise accommodate accompany account accumulate accurately achieve
    acknowledge acquire act activate adapt add address adhere adjust administer admit adopt advertise advise
    advocate aerate agitate agree alert align allocate allow amalgamate amplify anaesthetise analyse analyze animate
    anneal annotate announce anodise answer anticipate apologise apply appoint apportion appraise appreciate
    arbitrate arrange arrive articulate ascertain ask aspirate assemble assess assist attach attain attempt attend
    attenuate audit augment authenticate authorise automate avoid await bake balance bathe become befriend begin
    behave believe bend bind bisect blacken blend boil bolt bond book bore borrow braise breed brief briefly bring
    broadcast brush build burnish bury butcher buy calculate calibrate call calm calve cancel caramelise care carry
    carve categorise cater cauterise certify challenge change check chock choose chop circulate circumnavigate cite
    clad clamp clarify classify clean cleanse clear clearly climb clip close co-operate co-ordinate coach coagulate
    collaborate collate collect comb combine commence commend commission commit communicate compare compartmentalise
    compensate compete compile complain complete comply compose compress compromise compute conceal conceive
    concentrate conclude condense condition conduct configure confine confirm conform confront congratulate connect
    consecrate consent conserve consider consign consistently consolidate construct consult contact contain
    contemplate contextualise contrast contribute control convene converse convert convey convince cook cooperate
    coordinate cope copy correctly correlate correspond corroborate cost counsel count countersink couple cover
    crate create creep crimp critically criticise cross-check crosslink cultivate curate cure customise cut dampen
    de-escalate de-ice deal debate debone debrief debug decant decentralise decide declare deconstruct decontaminate
    decorate dedicate deduce deduct deduplicate deepen defend defer defibrillate define deflate defrost deglaze
    degrease dehumidify delay delegate delete deliberate delineate deliver demarcate demineralise demist demobilise
    demolish demonstrate demount demystify denote depict deploy deposit deputise derive desalt descale describe
    desensitise design designate detach detail detect deter determine detonate develop devise diagnose dictate
    differentiate dig digitise digress dilute dip direct disable disarm disassemble disburse discard discern
    disclose disconnect discourage discover discriminate discuss disengage disinfect disinfest dislodge dismantle
    dismiss dismount dispatch dispense disperse displace display dispose disposition dispute disrobe dissect
    disseminate dissolve distil distinguish distribute diversify divert divide divulge dock document donate download
    downsize draft drain draw dress drill drive drizzle dry duplicate dust edit educate effectively elaborate
    elevate eliminate elongate email embalm embed embellish emboss embrace embroider empathise emphasise employ
    empower empty emulate emulsify enable enact encapsulate enclose encode encourage encrypt endow energise enforce
    engage engrave enhance enlarge enlist enquire enrich enrol ensure enter entertain enumerate enunciate epilate
    equalise equip eradicate erase erect escalate escort establish estimate etch euthanise evacuate evade evaluate
    evangelise examine excavate exceed excel exchange exclude execute exemplify exercise exfoliate exhale exhibit
    exhume expand experiment explain explore expose express extend extinguish extract extrapolate extrude fabricate
    facilitate familiarise fasten fault-find feed ferment fertilise fetch file fill finalise find finish firm fit
    fix flatten flush fold follow forage forecast foresee forge form formalise formulate freeze freshen fry fulfil
    fumigate furnish fuse gain galvanise gather gauge generate get gild give glaze go govern grade graft graph grasp
    grease greet grind groom group grout grow guarantee guide halt halve hand handle handover harden harmonise
    harness harvest hear heat heighten help hoist hold host humidify hydrate hypothesise ideate identify illuminate
    illustrate immerse immobilise impart implement import impose impress improve improvise incline include
    incorporate incubate independently indicate individualise induct infer inflate inform infuse inhale initiate
    inject innovate inoculate input inscribe insert inspect inspire install instigate instruct insulate integrate
    interact intercept interlink internalise interpret interrelate interrogate intervene interview introduce
    intubate invert invest investigate invite invoice involve iron irrigate isolate issue itemise join judge jump
    justify juxtapose keep key knead knit label laminate lather launch lay lead learn leave lengthen level liaise
    lift light line link liquidise list listen load localise locate lock log look loosen lower lubricate macerate
    machine magnify maintain make manage manipulate manoeuvre map marinate mark market mask match maximise measure
    mechanise mediate medicate meditate meet memorise mend mentor merchandise merge migrate mill minimise mitigate
    mix mobilise model moderate modernise modify modulate moisturise monitor mop mortise motivate mount move mow
    muck multiply nail name narrate navigate neaten negotiate network neutralise nominate normalise note notify
    nurture obey observe obtain occupy offer open operate operationalise optimise orchestrate order organise
    orientate originate outline outsource overcome overlap overlook override oversee overwinter overwrite oxygenate
    pack package paint palpate park participate pasteurise pay peel penetrate perceive perforate perform permit
    persist personalise persuade phone photograph pick pilot pin place plait plan plane plaster pluck plug poach
    point polish pollinate populate position possess pot pour practice practise predict prefer preheat prepare
    prescribe present preserve preside press pressurise pretend prevent print prioritise privatise probe process
    produce progress prohibit project promote promptly proof proofread prop propagate propel propose prosecute
    protect prove provide provoke prune publicise publish pump punch punctuate purchase puree purge purify pursue
    push put qualify quantify query question quickly quote raise rake rank rate rationalise re-assemble re-assess
    re-check re-enact re-establish re-evaluate re-lay re-point re-record reactivate read readminister realise
    reapply rear reassure reattach rebalance rebook rebuild rebut recalibrate recall receive recheck recite
    reclassify recognise recognize recommend recommission reconcile reconfirm record recover recreate recruit
    rectify recuperate recycle redeem redeploy redesign redistribute reduce refer refinish refit reflect refrigerate
    refuel refuse regain regenerate regrade regulate rehabilitate rehearse rehydrate reimburse reinstall reinstate
    reiterate reject relabel relate relay release reload relocate rely remain remember remind remit remount remove
    render renew renovate reopen reorder reorganise repack repair repel replace replenish replicate reply report
    represent reproduce request research resell reset reshape resharpen reshelve resist resize resolve respect
    respond respray restart restate restock restore restrain restrict restructure resume resuscitate retain retell
    rethink retouch retract retrieve retune return reunite reuse revalidate reveal reverse review revise revisit
    rewind rewire reword rewrap rewrite rig rinse rise roast roll roster rotate rotavate route rub run saddle
    safeguard safely sample sand sandblast sanitise satisfy sauté save saw say scan scarify schedule score scrape
    screen scrub scrutinise sculpt seal search season secure seek segregate seize select sell sense sensitise
    separate sequence serve set settle sever sew shampoo shape share sharpen shave shear shorten shortlist show
    shred sieve sift sign signpost simmer simplify simulate sing sit size skate sketch skim slacken slice smooth
    soak socialise soften solder solicit solve sort source sow space speak specify spend spiral splice spoon-feed
    spray spread sprinkle square squeeze stabilise stack stage stain standardise staple start state steam steer
    sterilise sterilize stick stiffen stimulate stipulate stir stitch stock stop store straighten strain strap
    strategise stratify strengthen stretch strim strip strive structure study style sub-contract submerge submit
    subscribe substantiate substitute subtract succeed suggest summarise summarize summon supervise supply support
    survey suspend sustain swab swap swear sweep sweeten switch symbolise sympathise synchronise synthesise
    systematise tabulate tack tackle tag tailor take tape target teach tell terminate test testify thank thaw
    theorise thicken think thread throw tidy tie tighten till time toast tolerate torque touch toughen tour trace
    track train transcribe transfer transform translate translocate transmit transplant transport transpose trap
    travel tread treat triage triangulate trim troubleshoot trowel truncate tune turn turnout tutor type typeset
    unbind unblock unbolt unclip unclog uncoil uncork uncouple uncover undercut undergo underpin understudy
    undertake undo undress unfasten unfold unhook unify unite unload unlock unmould unpack unpick unplug unravel
    unroll unscrew unseal untie unveil unwind unwrap update upgrade uphold upholster upload uproot use usher utilise
    vacate vaccinate vacuum validate value vaporise varnish vent ventilate verbalise verify vibrate view visit
    visualise visualize vocalise volunteer wait waive waken walk warn wash watch water wax wean wear weatherproof
    weave weigh welcome weld wheel whisk widen wield wind wipe wire withdraw withhold withstand work wrap wring
    write zip"""
)

# Words that are as often a noun: at the start of a numbered criterion a verb, elsewhere no sign of one.
NOUNS_TOO = _words(
    """choke frank shuck
    abstain accord acid-wash admire affix age aggregate aid aim air air-dry alight alter alternate amend anchor
    appear approach approve approximate archive argue array arrest assay assert assign associate assume assure
    attract attribute autoclave back back-up backfill backwash bag bandage bank bar barber bargain barter base baste
    batch be bead bear beat bed bench benchmark bevel bid bill blanch blast bleach bleed blitz block blow blow-dry
    board boast bone bookmark boost border bottle bounce bound bow box brace braid brainstorm brake brand braze
    bread break breathe brew bridge broach bud budget buff buffer bump bundle burn butter button calk camber
    camouflage camp campaign canvass cap caption capture card cascade case cash cast catalogue catch caulk cement
    centre chair chalk chamfer chamois champion channel char charge chart chase chauffeur check-in chill chip chisel
    choreograph chunk churn circle claim clench click clock clothe coat coax cocoon code coil cold-call colour
    combat come comfort comment commute compact compost confer console constrain consume continue contour contract
    contrive cool cool-down cordon core correct counter couple crack craft crawl crease credit critique crochet crop
    cross cross-reference crush cube cue cull curb curl cushion cut-in cycle dab damp dance darn dash date daub
    debark deburr decelerate decipher decline decommission deem deep-clean defuse dehorn delimit delouse desilt
    despatch detain devein dial dial-in dice diffuse digest dimension discharge discipline dispel distract dive dole
    dominate doodle dose dot double double-check dovetail dowel downgrade drag drape dredge drench drip drop dub
    dump dye earn earth ease eat edge edge-joint effect eject elect elicit elute emancipate enamel encounter end
    endorse enthuse envisage err evaporate evidence evolve excite excuse exhaust exit expedite expel explode exploit
    export eye face factor fade fail farm farrow fashion fast-track fax feather feel fell felt fence fettle field
    figure fillet film filter finance fine-tune fire flag flake flambé flame flash flex flip float flood flow fly
    focus foil forestall format forward foster found frame franchise fray free frost fuel fund further garden
    garnish gear gel glean gloss glue grab grant grate graze grill grip grit guard guess gut hail hammer hang hatch
    haul have head heal heave heft hem herd highlight hinge hire hit hitch hone honour hook hoover hose house hover
    hyphenate ice ignite imagine increase index influence ingest inhibit injure ink inquire insist instil institute
    insure intend introspect inventory jack jet join-in joint journal juggle juice julienne kerb kern kick kit knock
    knot lace lag lance lap lash last latch laugh launder layer leach leaf lease leash lend let leverage liase
    license lie lime limit lip-read litter live lobby loop lop mail manicure manufacture marinade marshal massage
    master mature mean melt mention mesh microwave milk mime mind minute mirror mist mock moor morph mortice mould
    mourn muffle mulch muzzle nap notch notice nourish number nurse object oil opt orient outfit overhaul overlay
    own pace pad paddle pan paraphrase pare partition pass paste pat patch patrol pattern pave pedal peg perfect
    perm persevere phase picture piece pierce pile pinch pioneer pipe pipette pitch pivot plant plate play please
    plot plough plumb pole police poll pollard ponder pool port portion portray pose post postpone poultice pound
    power praise pre-check pre-heat pre-wash precede preclude presume prevail price prick prime proceed procure
    profess proffer profile programme project-manage prompt pronounce proportion protest prototype provision pull
    pulp pulse puncture quarantine quell quench queue quilt quiz rack raffle rally ramp rap rappel reach react
    readjust realign ream reap rearrange reason recap recapture recharge reclaim recline recombine recommence
    recondition reconnect reconstitute reconstruct redirect redraft redress reel referee refill refine reform
    refrain refresh refund refurbish refute regard register regroup rehouse reinforce reinsert rejoin relaunch relax
    relieve relight reline remake remedy rent repaint repeat replan replant replay repoint reposition repossess
    repress reprint reprocess repurpose requisition reroute reschedule rescue reseal reseat resit resole resubmit
    retouch retrace retrain retrofit revamp revere reward reword rework rid ride ring rip risk-assess rivet rock
    role-play roleplay roof root rough-cut round row ruffle rule rush sacrifice sail salvage sanction sandwich saute
    scaffold scale scan-in scour scratch screed screw scribe scrim seam seat secrete section see segment self-assess
    send serenade service set-up shade shake shed shelter shelve shepherd shield shift shim shine ship shoe shoot
    shop shore shout shovel shuffle shut shuttle signal silence sink skewer skin skip slake slaughter sleeve slide
    sling slip slit slope slot slow smile smoke snap sniff snip soap socket soothe sound spare spark spay spearhead
    speed spell spin splint split sponge sponsor spot spotlight spring sprout squeegee stagger stake stamp stand
    starch startle station stay steal steep stem step steward still stoke storyboard stow streamline stress strike
    string stroke strop strut stub stud stuff subcontract subdivide suck sue suit sum superimpose supplement
    suppress surface surmount surround suture swathe sweat swim swing syphon take-off talk tally tame tamp tan tap
    taper tar tare tarmac taste tax team tear tease telephone temper tempt tend tender tenon tension texture thatch
    thin thrash thrust tick tile tilt tin tint tip toe tone top top-up toss tot total tote tow trade trade-off trail
    transact transfuse transship traverse treble trek trench trial trigger triple trouble truss trust try tuck tug
    tumble tweak tweeze twin twist upcycle upend upsell urge valet vary vault veneer venture vet victual vie voice
    void vote vouch wainscot wake wallpaper warm warp warrant waste waterproof wave web wed weed weight wet whip
    whistle whitewash whittle win winch wipe-down wish witness word worship wrangle wrestle yield yoke zero zone"""
)

_SUBJECT = re.compile(
    r"(?:the |an? )?(?:learners?|candidates?|students?|you|i|apprentices?)\s+(?:can|will|must|should)\s+"
    r"(?:be able to\s+)?",
    re.IGNORECASE,
)


_WORDS = re.compile(r"([A-Za-z]?[A-Z]{3,}(?![a-z])|[A-Za-z][a-z]*(?:-[a-z]+)?)(?:,?\s+([a-z]+(?:-[a-z]+)?))?")


def begins_with_verb(text: str) -> bool:
    """True where the first word is one that criteria begin with; an adverb may stand before it."""
    return bool(_first_words(text) & COMMAND_VERBS)


def may_begin_with_verb(text: str) -> bool:
    """As `begins_with_verb`, for a text that is known to be a criterion."""
    words = _first_words(text)
    return bool(words & (COMMAND_VERBS | NOUNS_TOO)) or any(_is_made_of_verb(word) for word in words)


def _is_made_of_verb(word: str) -> bool:
    """Whether a known verb stands behind a hyphen or a syllable: `hand-wash`, `recount`, `overfill`."""
    last = word.rpartition("-")[2] if "-" in word else _SYLLABLE.sub("", word)
    return last != word and (last in COMMAND_VERBS or last in NOUNS_TOO)


def begins_with_capital_verb(text: str) -> bool:
    """As `begins_with_verb`, for places where only the capital tells a new criterion from a wrapped line."""
    return text[:1].isupper() and not text[1:3].isupper() and begins_with_verb(text)


_SYLLABLE = re.compile(r"^(?:re|un|over|under|pre|de|dis|mis|out)(?=\w{3})")
_WITH_OBJECT = re.compile(
    r"[A-Z]?[a-z]+(?:-[a-z]+)?\s(?:a|an|the|own|any|all|each|every|both|this|these|those|his|her|their|your|my|what|how|whether|why"
    r"|up|down|off|out)\b"
)


def reads_like_order(text: str) -> bool:
    """As `may_begin_with_verb`, or an unknown first word with what follows verbs and no noun: `Halt the ...`."""
    return may_begin_with_verb(text) or (_WITH_OBJECT.match(_SUBJECT.sub("", text, count=1)) is not None)


def _first_words(text: str) -> set[str]:
    """The first word in small letters, and the second where the first is an adverb."""
    match = _WORDS.match(_SUBJECT.sub("", text, count=1))
    if match is None:
        return set()
    first = match[1].casefold()
    return {first, match[2]} if first.endswith("ly") and match[2] else {first}
