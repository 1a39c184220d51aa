"""Words of unit documents: how criteria and outcomes begin, what stands above and below them, labels of metadata.

Data, not rules: the engine asks whether a word is in a set. No awarding body's layout is described here.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OUTCOME_STARTS = re.compile(
    r"(?:be able to|understand|know|understanding|knowledge|appreciate|recognise|demonstrate|use|develop|prepare|plan"
    r"|carry out|provide|maintain|manage|apply|work|undertake|explore|investigate|evaluate|review|produce)\b",
    re.IGNORECASE,
)

FUNCTION_WORDS = _words(
    """a an the of to and or for in on at by with from as that which when how why what where who whose their his her
    its our your this these those into onto between within without about over under including such than if is are be
    was were has have can may must should will would not but"""
)

DETERMINERS = _words("a an the their its your our his her this that these those")

# What a sentence cannot end in, so that the text behind it must go on.
OPEN_ENDS = _words(
    """a an the of to and or for by with from as that which their its your our his her into onto between within about
    including such than is are be against through during before after towards among upon via what how why when where
    who whose whether if can will must should may could would have has being been very more each every"""
)

BOILERPLATE = re.compile(
    r"(?:(?:on|upon|after|by)\b[a-z ]{0,60},?\s+)?"
    r"(?:the |an? )?(?:learners?|candidates?|students?|you|i|apprentices?)\s+"
    r"(?:(?:will|must|should|needs?\s+to|has\s+to|have\s+to)\s+(?:show|demonstrate|prove)\s+(?:that\s+)?"
    r"(?:they|you|he|she|i|s/he|he/she)\s+)?"
    r"(?:will|can|must|should|needs? to|is able to|are able to|has to|have to)"
    r"(?:\s+be able to|\s+know(?: how to)?(?: and understand)?|\s+understand)?\s*:?\s*$",
    re.IGNORECASE,
)
BOILERPLATE_LEAD = re.compile(
    r"(?:the |an? )?(?:learners?|candidates?|students?|you)\s+(?:will|can|must|should)(?:\s+be able to)?\s*:\s*",
    re.IGNORECASE,
)

# The same words where they run into the outcome: `The learner will be able to ...`.
OUTCOME_LEAD = re.compile(
    r"(?:the |an? )?(?:learners?|candidates?|students?|you)\s+(?:will|should|must)\s+"
    r"(?=(?:be able to|understand|know)\b)",
    re.IGNORECASE,
)

# Words that a noun follows: by their ending, and the common ones by name.
_ADJECTIVE = re.compile(r"[a-z-]{2,}(?:al|ive|ous|able|ible|ic|ful|less|ary|ory)", re.IGNORECASE)
_ADJECTIVES = _words(
    """different own new good safe other key main relevant current appropriate correct suitable various specific clear
    important consistent efficient sufficient independent large small high low strong basic typical"""
)
_NOUNS = _words(
    """individual professional material proposal manual animal hospital appraisal approval arrival referral removal
    disposal renewal journal signal metal goal deal objective perspective initiative incentive motive topic traffic
    public fabric table cable vegetable timetable variable summary glossary dictionary library salary boundary
    laboratory factory directory inventory history category memory theory customer"""
)


def is_adjective(word: str) -> bool:
    """Whether a word looks like one that a noun follows; a guess, for weighing only."""
    word = word.casefold().strip(".,;:()")
    return word not in _NOUNS and (word in _ADJECTIVES or _ADJECTIVE.fullmatch(word) is not None)


# Headings that end the criteria before them.
SECTION = re.compile(
    r"(?:assessment(?:\s+(?:guidance|requirements?|methods?|strategy|information|principles|conditions|method|and"
    r"\s+\w+.*))?|additional\s+(?:information|guidance|unit\s+\w+.*)|(?:suggested\s+|recommended\s+|indicative\s+)?"
    r"(?:unit\s+)?(?:content|resources|reading)|(?:indicative|unit|teaching|learning|knowledge)\s+content.*"
    r"|guidance(?:\s+(?:on|for|and)\b.*)?|amplification(?:\s+and\s+.*)?|evidence(?:\s+(?:requirements?|of\s+\w+|guidance|needed|you\s+must"
    r"|must|to\s+be)\b.*)?|range(?:\s+statements?)?|observations?(?:\s*\(s\))?|date\s+(?:achieved|completed|assessed)|criteria\s+questioned\b.*|scope(?:\s+and\b.*)?|notes?(?:\s+(?:for|on|to)\b.*)?|delivery"
    r"(?:\s+(?:guidance|advice|and)\b.*)?|resources(?:\s+\w+)?|relationship\s+(?:to|with|between)\b.*|links?\s+to\b.*"
    r"|(?:national\s+occupational\s+standards|nos)\b.*|functional\s+skills\b.*|simulation.*|(?:unit\s+)?(?:purpose"
    r"|aims?|introduction|summary|overview|description)(?:\s+and\s+\w+)?|unit\s+(?:purpose|aims?|summary|overview"
    r"|introduction|information|guidance|owner).*|supporting\s+(?:information|guidance).*|essential\s+\w+.*"
    r"|additional\s+\w+.*|grading.*|glossary.*|appendix.*|bibliography|references|equivalenc\w+.*|endorsement.*"
    r"|key\s+(?:words|terms|skills)\b.*|terminology|definitions?|learner\s+declaration.*|candidate\s+declaration.*"
    r"|declaration.*|assessor.{0,3}\s+(?:signature|declaration|comments?|feedback|name).*|signed?\b.*"
    r"|i\s+confirm\s+that\b.*|employability.*|version\s+history.*|document\s+history.*|copyright.*|©.*"
    r"|what\s+(?:you|learners?)\s+need\s+to\b.*|barred\s+\w+.*|sector\s+subject\s+area.*|further\s+information.*"
    r"|health\s+and\s+safety\s+note.*|(?:assessor|tutor)(?:['’]s)?\s+notes?.*|assessor\s+guidance.*|tutor\s+(?:notes?|guidance).*)"
    r"\s*[:.]?",
    re.IGNORECASE,
)

# Those that are a heading even where no gap stands before them, because no sentence wraps to such a line.
HEADING_ALONE = re.compile(
    r"(?:assessment(?:\s+(?:guidance|requirements?|methods?|strategy|information))?|additional\s+(?:information|guidance)"
    r"|evidence\s+requirements?|evidence(?:\s*:|\s+(?:for|from|must|may|can|should)\b).*|guidance(?:\s+notes?)?|range(?:\s+statements?)?|scope|total\s+(?:number\s+of\s+)?criteria\b.*|(?:indicative|unit)\s+content|notes?\s+for\s+guidance"
    r"|i\s+confirm\s+that\b.*|(?:learner|candidate|assessor)(?:'s|’s)?\s+(?:signature|declaration)\b.*|©.*)\s*:?",
    re.IGNORECASE,
)

# A label with its text behind it on the line, which is about the criteria and none of them.
LABELLED_NOTE = re.compile(
    r"(?:(?:assessment|assessor|tutor|delivery|additional|further)\s+)?"
    r"(?:range|scope|notes?|guidance|content|context|evidence|examples?"
    r"|information|requirements?|coverage|amplification|resources|assessment|simulation|links?|nos|glossary)(?:\s+(?:for|to|of|on|notes?|requirements?|guidance|statements?|methods?)){0,2}"
    r"(?:\s*\([^()]{1,30}\))?\s*:\s*\S",
    re.IGNORECASE,
)

OUTCOME_HEADER = re.compile(
    r"(?:the\s+)?(?:learning\s*(?:outcomes?|objectives?|aims?)|outcomes?|los?|unit\s+outcomes?"
    r"|learning\s+outcomes?\s*\(s\))\b",
    re.IGNORECASE,
)
CRITERIA_HEADER = re.compile(
    r"(?:assessment\s*criteri(?:a|on)|criteri(?:a|on)|acs?|performance\s+criteria|standards?|evidence\s+of\s+achievement"
    r"|what\s+you\s+must\s+do|you\s+must\s+be\s+able\s+to|pass|merit|distinction)\b",
    re.IGNORECASE,
)
SKILLS_HEADER = re.compile(
    r"(?:practical\s+)?skills?\b|performance\b|competence\b|(?:you|the\s+\w+)\s+(?:must|can|should)\s+(?:be\s+able\s+to|do)\b|what\s+you\s+must\s+do\b",
    re.IGNORECASE,
)
KNOWLEDGE_HEADER = re.compile(
    r"(?:underpinning\s+)?knowledge(?:\s+and\s+understanding)?\b"
    r"|(?:you|the\s+\w+)\s+(?:must|should)\s+know\b.*|what\s+you\s+must\s+know\b",
    re.IGNORECASE,
)
OTHER_HEADER = re.compile(
    r"(?:additional\s+|assessment\s+|delivery\s+)?guidance\b|knowledge,|evidence\b|portfolio\b|page\b|initials\b|date\b|signature\b"
    r"|assessor\b|assessed\b|type\b|ref(?:erence)?\.?\b|method\b|exemplification\b|range\b|notes?\b|indicative\b|content\b|amplification\b|examples?\b"
    r"|comments?\b|met\b|achieved\b|suggested\b|location\b|scope\b|teaching\b|further\b|what\s+this\s+means\b|iqa\b|depth\b|tick\b",
    re.IGNORECASE,
)

# Names of awarding bodies as they stand in documents. A name in a web or mail address does not count.
BODIES = (
    "OCR",
    "LASER",
    "City & Guilds",
    "Pearson",
    "NCFE",
    "CACHE",
    "Highfield",
    "Highfield Qualifications",
    "SQA",
    "VTCT",
    "Skillsfirst",
    "Gateway Qualifications",
    "Agored Cymru",
    "Ascentis",
    "AIM Qualifications",
    "Open Awards",
    "WJEC",
    "AQA",
    "IMI",
    "EAL",
    "Lantra",
    "ProQual",
    "TQUK",
    "Training Qualifications UK",
    "Future Quals",
    "FutureQuals",
    "BIIAB",
    "Innovate Awarding",
    "Qualsafe",
    "iCan Qualifications",
    "CIEH",
    "NOCN",
    "ABBE",
    "ABC Awards",
    "GQA",
    "Active IQ",
    "NEBOSH",
    "CILEx",
    "ILM",
    "CMI",
    "1st4sport",
    "EDI",
    "Edexcel",
    "SFJ Awards",
    "Crossfields Institute",
    "OTHM",
    "Focus Awards",
    "NCFE CACHE",
    "Qualsafe Awards",
    "CIPD",
    "AAT",
    "ATHE",
    "LIBF",
    "LCCI",
    "FDQ",
    "BHS",
    "CISI",
    "CIPS",
    "CILT",
    "CITB",
    "NEBDN",
    "NPTC",
    "QNUK",
    "RSPH",
    "SEG Awards",
    "Skills and Education Group Awards",
    "UAL Awarding Body",
    "VetSkill",
    "WAMITAB",
    "YMCA Awards",
)


def is_open(text: str) -> bool:
    """True where the text cannot end here: it breaks off in a word or sign that asks for more."""
    words = text.split()
    if not words:
        return False
    last = words[-1]
    return last.endswith((",", "(", "/", "–")) or last.casefold() in OPEN_ENDS


_CLAUSE = r"\b(?:that|which|what|who|whom|how|where|as\s+far\s+as)\b(?:\s+\S+){1,8}?\s+"
_ENDS_WITH_ITS_VERB = re.compile(
    rf"{_CLAUSE}(?:(?:ask|call|pay|allow|account|apply|care|look|wait|answer|provide)(?:s|ed)?\s+for|paid\s+for|used\s+for|responsible\s+for"
    r"|(?:authori[sz]ed|entitled|belongs?|reports?|relates?|refers?|applies|responds?)\s+to|(?:deal|deals|dealt|comply|complies)\s+with"
    r"|(?:comes?|made|bought|taken)\s+from|aimed\s+at|(?:made|disposed)\s+of|pass(?:es)?\s+by|depends?\s+(?:on|upon)|(?:may|might|can|could)\s+have)[.;]?$"
    r"|(?:\S+\s+){4,}(?:(?:and|or)\s+(?:why|who|whom|before)|(?:and|or)\s+after|than\s+before|before\s+and\s+after)[.;]?$"
    r"|\b(?:of|between|causes?|for|with)\s+each[.;]?$|\bbefore\s+and\s+after$"
    r"|\bthe\s+(?:one|day|week|month|year|time|shift)s?\s+before[.;]?$",
    re.IGNORECASE,
)


def ends_with_its_verb(text: str) -> bool:
    """Whether a text that seems open is whole: `the tools that the task calls for`, `what happened and why`."""
    return _ENDS_WITH_ITS_VERB.search(text) is not None
