"""The words that criteria begin with: imperatives of every trade, so that a line can be judged by its first word.

A word that is far more often a noun at the start of a line (range, evidence, date, team) is left out.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMMAND_VERBS = _words(
    """abstain accelerate accept access acclimatise accommodate accompany account accurately achieve acknowledge
    acquire act activate adapt add address adhere adjust administer admit adopt advertise advise aerate affix agree
    aid aim alert align allocate allow alter amend analyse analyze animate annotate announce answer anticipate
    apologise apply appoint appraise appreciate approach approve archive argue arrange articulate ascertain ask
    aspirate assemble assert assess assign assist assume assure attach attain attempt attend attract audit
    authenticate authorise automate avoid await back backfill backwash bake balance bandage bank barber baste batch
    bathe be bear beat become bed bench benchmark bend bevel bid bind blanch bleach bleed blend block blow blow-dry
    boil bolt bond book boost bore borrow bottle bounce box braid brainstorm braise braze breed brew brief briefly
    bring broadcast brush budget build bump burn bury butcher button buy calculate calibrate call calm campaign
    cancel canvass cap capture card care carry carve cascade case cast catalogue catch categorise cater caulk cement
    certify challenge chamfer change channel charge chart chase check check-in chill chip chisel choose chop
    choreograph chunk circulate cite clad clamp clarify classify clean clear clearly clench climb clip clock close
    clothe co-operate co-ordinate coach coat code coil collaborate collate collect colour comb combine commence
    comment commission commit communicate compact compare compensate compile complain complete comply compose
    compress compromise compute conceive concentrate conclude condition conduct confer configure confine confirm
    confront congratulate connect consent conserve consider consign consistently consolidate construct consult
    contact contextualise continue contour contract contrast contribute contrive control converse convert convey
    convince cook cooperate coordinate cope copy core correctly correspond cost counsel count couple cover craft
    crate create credit creep crimp critically criticise critique crop cross cross-reference crush cue cultivate
    curate cure curl customise cut cut-in cycle dab damp dampen dance darn dash daub de-escalate deal debate debrief
    debug deburr decant decide decipher declare decommission decontaminate decorate dedicate deduce deep-clean
    deepen defend defer define defrost defuse degrease delay delegate deliberate delimit deliver demarcate demolish
    demonstrate demount denote deploy deposit derive descale describe design desilt despatch detach detail detain
    detect deter determine develop devise diagnose dial dice differentiate dig digest dilute dip direct disassemble
    discard disclose disconnect discover discriminate discuss disinfect disinfest dislodge dismantle dismount
    dispatch dispense disperse display dispose disposition dispute disrobe dissect disseminate dissolve distil
    distinguish distribute diversify divide dock document dose dot double-check dovetail download draft drag drain
    drape draw dress drill drive drop dry dub duplicate dust dye earn earth ease eat edge edit educate effectively
    elaborate elect elevate elicit eliminate elute email embed embroider empathise emphasise employ empower empty
    emulate enable encode encounter encourage end endorse energise enforce engage engrave enhance enlarge enlist
    enquire enrich enrol ensure enter entertain enthuse enumerate envisage equip eradicate erase erect err escalate
    escort establish estimate etch evacuate evade evaluate evolve examine excavate exceed excel exchange excite
    exclude excuse execute exemplify exercise exfoliate exhaust exhibit expand expedite experiment explain explode
    exploit explore export expose express extend extinguish extract extrapolate extrude eye fabricate face
    facilitate factor fade fail farm farrow fashion fast-track fasten fax feather feed feel fell ferment fertilise
    fetch fettle field figure file fill filter finalise finance find fine-tune finish fire firm fit fix flag flambé
    flame flash flatten flex float flood flow flush focus foil fold follow forage forecast foresee forestall forge
    form formalise format formulate foster found frame free freeze freshen frost fry fuel fulfil fund furnish
    further fuse gain galvanise garden garnish gather gauge gear gel generate get gild give glaze glean gloss glue
    go govern grab grade grant graph grasp grate graze grease greet grill grind grip grit groom group grout grow
    guarantee guess guide gut hammer hand handle handover hang harness harvest hatch haul head heal hear heat heave
    help hem herd highlight hinge hire hit hitch hoist hold hone honour hook hose host house hover hydrate ice
    ideate identify ignite illuminate illustrate imagine immerse immobilise impart implement import impose impress
    improve incline include incorporate increase incubate independently index indicate individualise induct infer
    inflate influence inform infuse ingest inhibit initiate inject injure ink innovate inoculate input inquire
    inscribe insert insist inspect install instigate instil institute instruct insulate insure integrate intend
    interact intercept interlink internalise interpret interrelate interrogate intervene interview introduce
    introspect inventory invert invest investigate invite invoice involve iron irrigate isolate issue itemise jack
    join join-in joint journal judge juggle jump justify keep kern key kick kit knead knit knock knot label lag
    laminate lap lash last latch lather laugh launch launder lay layer leach lead leaf learn lease leash leave lend
    lengthen let level liaise liase license lie lift light limit line link lip-read list listen litter live load
    lobby localise locate lock log loop loosen lop lower lubricate machine magnify mail maintain make manage
    manicure manipulate manoeuvre manufacture map marinade marinate mark market mask massage master match mature
    maximise mean measure mechanise mediate meditate meet melt memorise mend mention mentor merchandise merge mesh
    microwave milk mill mime minimise minute mirror mist mitigate mix mobilise mock model moderate modernise modify
    modulate moisturise monitor mop mortice mortise motivate mould mount move mow muck muffle mulch multiply nail
    name nap narrate navigate neaten negotiate network neutralise nominate normalise note notify nourish number
    nurse nurture obey object observe obtain offer oil open operate operationalise opt optimise orchestrate order
    organise orient orientate originate outfit outline outsource overcome overhaul overlap overlay override oversee
    overwinter own oxygenate pace pack package pad paint palpate pan paraphrase park participate partition pass
    paste pasteurise pat patch patrol pattern pave pay pedal peel perceive perfect perforate perform perm permit
    persevere persist personalise persuade phase phone photograph pick picture piece pierce pile pilot pin pinch
    pioneer pipe pitch pivot place plait plan plane plant plaster plate play please plot plough pluck plug plumb
    poach point police polish poll pollinate pool populate portion portray pose position possess post postpone pot
    pound pour power practice practise pre-heat pre-wash precede preclude predict prefer preheat prepare prescribe
    present preserve preside press presume pretend prevail prevent price prick prime print prioritise probe process
    procure produce profess proffer profile progress prohibit project project-manage promote prompt promptly
    pronounce proof proofread prop propagate propel propose prosecute protect protest prototype prove provide
    provision prune publicise publish pull pulp pulse pump punch punctuate purchase puree purge push put qualify
    quantify quarantine quell quench query question queue quickly quiz quote rack raffle raise rake rally ramp rank
    rap rappel rate rationalise re-assess re-enact re-establish re-evaluate re-lay re-point react reactivate read
    readjust realign realise ream reap reapply rear rearrange reason reassure rebuild rebut recall recap recapture
    receive recharge recite reclaim reclassify recline recognise recognize recombine recommence recommend reconcile
    recondition reconnect reconstitute reconstruct record recover recreate recruit rectify recuperate recycle redeem
    redesign redirect redraft redress reduce reel refer refill refine reflect reform refrain refresh refrigerate
    refuel refund refurbish refuse refute regain regard register regroup regulate rehabilitate rehearse rehouse
    reinforce reinsert reinstate reiterate reject rejoin relate relaunch relax relay release relieve relight reline
    relocate rely remain remake remedy remember remind remove render renew renovate rent reopen reorganise repaint
    repair repeat repel replace replant replay replenish reply repoint report reposition repossess represent repress
    reprocess reproduce repurpose request reroute reschedule rescue reseal research reseat resell reset resharpen
    resist resit resole resolve respect respond respray restock restore resubmit resume resuscitate retain retrace
    retract retrain retrieve retrofit return reuse revalidate revamp reveal revere reverse review revise revisit
    reward rewire reword rework rewrite rid ride rig ring rinse rip rise risk-assess roast rock role-play roleplay
    roll roof root roster rotate rotavate round route row rub ruffle rule run rush sacrifice saddle safeguard safely
    sail salvage sample sanction sand sandblast sanitise satisfy saute sauté save saw scaffold scale scan scan-in
    scarify schedule score scour scrape scratch screed screen screw scribe scrub scrutinise sculpt seal seam search
    season seat secrete section secure seek segment segregate seize select self-assess sell send sense sensitise
    separate sequence serenade serve service set set-up settle sever sew shade shake shampoo shape share sharpen
    shave shear shed shelter shelve shield shift shine ship shoe shoot shop shore shorten shout shovel show shred
    shuffle shut sieve sift sign signal signpost silence simmer simulate sing sink sit size skate sketch skewer skim
    skin skip slacken slake slaughter sleeve slice slide sling slip slit slope slot slow smile smoke smooth snap
    sniff snip soak soap socialise socket soften solder solicit solve soothe sort sound source sow space spare spark
    spay speak spearhead specify spell spend spin splice splint split sponge sponsor spot spotlight spray spread
    spring sprinkle sprout square squeegee squeeze stabilise stack stage stagger stain stake stamp stand standardise
    staple starch start startle state station stay steal steam steep steer stem sterilise sterilize steward stick
    stiffen still stimulate stipulate stir stitch stock stoke stop store storyboard stow straighten strain strap
    strategise streamline strengthen stretch strike strim string strip stroke structure strut stub stud study stuff
    style subcontract subdivide submerge submit subscribe substantiate substitute subtract succeed suck sue suggest
    suit sum summarise summarize summon superimpose supervise supplement supply support suppress surface surmount
    surround survey suspend sustain swab swap swathe swear sweat sweep sweeten swim swing switch symbolise
    sympathise synchronise synthesise systematise tabulate tack tackle tag tailor take take-off talk tame tamp tan
    tap tape tar target tarmac taste tax teach tear tease telephone tell temper tempt tend tender tension terminate
    test testify texture thank thatch thaw thicken thin think thrash thread throw thrust tick tidy tie tighten tile
    till tilt time tin tint tip toast toe tolerate tone top top-up torque toss total tote touch tour tow trace track
    trade trade-off trail train transact transcribe transfer transform transfuse translate translocate transmit
    transplant transport transpose transship trap travel traverse tread treat treble trek trench triage trial
    triangulate trigger trim triple trouble troubleshoot trowel truss trust try tuck tug tumble tune turn turnout
    tutor tweak tweeze twist type unbind unblock unclog uncoil uncover underpin understudy undertake undo undress
    unfasten unfold unify unite unload unlock unmould unpack unpick unplug unroll unscrew unseal untie unveil unwrap
    upcycle update upend upgrade uphold upholster upload upsell use usher utilise vacate vaccinate vacuum valet
    validate value varnish vary vault veneer vent venture verbalise verify vet vibrate victual vie view visit
    visualise visualize vocalise voice void volunteer vote vouch wainscot wait waive waken walk wallpaper warm warn
    warp warrant wash waste watch water waterproof wave wax wean wear weave wed weed weigh weight welcome weld wet
    wheel whip whisk whistle whitewash whittle widen wield win winch wind wipe wire wish withdraw withhold withstand
    witness word work worship wrap wrestle wring write yield zip zone"""
)

_SUBJECT = re.compile(
    r"(?:the |an? )?(?:learners?|candidates?|students?|you|apprentices?)\s+(?:can|will|must|should)\s+"
    r"(?:be able to\s+)?",
    re.IGNORECASE,
)


def begins_with_verb(text: str) -> bool:
    """True where the first word is one that criteria begin with."""
    text = _SUBJECT.sub("", text, count=1)
    match = re.match(r"(?:[A-Za-z][a-z]+ly,?\s+)?([A-Za-z][a-z]*(?:-[a-z]+)?)", text)
    return match is not None and match[1].casefold() in COMMAND_VERBS


def begins_with_capital_verb(text: str) -> bool:
    """As `begins_with_verb`, for places where only the capital tells a new criterion from a wrapped line."""
    return text[:1].isupper() and begins_with_verb(text)
