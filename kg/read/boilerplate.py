"""What stands on a page beside the article: cut, paragraph by paragraph.

Three strengths. Some paragraphs are never an article's own words, wherever they stand ("Follow us on Twitter").
Some end the article: all that follows goes ("About the author"). Some are boilerplate only after it has ended (a plug
for the author's book). In doubt a paragraph stays: lost words can't be found again, a stray plug does little harm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.read.markup import Block

_FLAGS = re.IGNORECASE

#: Longest paragraph that the patterns for pleas, links and credits are tried on; longer ones are prose.
_SHORT = 300
#: Characters of body that must come before the article can have ended.
_BODY = 200

# Whole paragraphs, anywhere.
_ANYWHERE = re.compile(
    r"(?:"
    # links to other stories
    r"(?:>+\s*)?(?:read (?:more|also|next|on|this)|also read|see also|see more|more on this(?: story)?|"
    r"related(?: (?:story|stories|article|articles|"
    r"coverage|news|content|links|reading|topics|video|videos))?|recommended(?: reading)?|don[’']t miss|"
    r"watch(?: (?:now|also|more|live|the video))?|"
    r"must[- ]read|in pictures|you (?:may|might) also (?:like|be interested in)|more from [^.]{2,60}|up next|"
    r"trending(?: now)?|most (?:read|popular|viewed))"
    r"\s*(?:[:>»|–—-]\s*.*|\.\.\.|…|[.!]?)"
    r"|(?:click|tap) (?:here|on|the|to)\b.*"
    r"|(?:read|see|view|watch|download|continue reading)\s(?:the|this|our|more of)\s(?:(?:full|whole|rest|entire|"
    r"complete|original|special)\s?)+.{0,80}(?:here|below|online|on \S+)\.?"
    r"|read the (?:rest|full \w+|whole \w+|original(?: \w+)?)\.?|continue reading\b.{0,80}|(?:story|"
    r"article) continues below.*|(?:keep|continue) reading\.*"
    r"|\(?(?:read|see|view) (?:more|the rest|it all|the full \w+) (?:here|at|on)\b.{0,80}\)?"
    # pleas
    r"|(?:please )?(?:subscribe|sign up|register|log in|sign in)(?:\s+(?:now|here|today|free|to|for|with|"
    r"or)\b[^.]*)?[.!]?(?:[^.]*\b(?:newsletter|inbox|updates|account)\b[^.]*[.!]?)?"
    r"|(?:get|receive|have)\b.{0,60}\b(?:in|to|into|delivered to) your (?:inbox|e-?mail|mailbox)\b.*"
    r"|(?:follow|find|like|join|contact|tweet|visit) (?:us|him|her|them|me|@\w+|[A-Z][\w’' .@()-]{1,60}?) (?:on|at|"
    r"via) (?:our )?(?:twitter|facebook|instagram|telegram|"
    r"linkedin|youtube|x\b|social media|whatsapp|google|mastodon|bluesky|@\w+|https?:|www\.).*"
    r"|(?:follow|tweet) @\w+.*"
    r"|(?:share|tweet|print|e-?mail|save|bookmark|like|comment(?: on)?|send|pin|report)(?:\s(?:this|on|via|with|to|"
    r"it|your|the|a|an|us|article|story|post|page|link|comment|"
    r"friend|friends|facebook|twitter|reddit|whatsapp|e-?mail|linkedin|pinterest|telegram|and)){0,8}[!.:]?"
    r"|(?:support|donate|help|become a (?:member|subscriber|patron|supporter))\b(?=.{0,120}\b(?:donat|"
    r"independent (?:journalism|media)|our (?:work|journalism|website)|member of|patreon|paypal))[^“\"]{0,250}"
    r"|become a (?:member|subscriber|patron|supporter)(?: of [^.]{2,60})?\.?"
    r"|(?:leave|post|add|write) (?:a|your) (?:comment|reply).*|(?:view|show|hide|see|load) (?:all |"
    r"more )?comments.*|join the (?:conversation|discussion)\b.{0,80}|\d+ comments?"
    r"|comments?(?: \(\d+\))?|comments? (?:on|are) (?=.{0,80}(?:facebook page|closed|moderated)).*"
    r"|comment on .{2,80} on (?:our|its|their) \w+ page"
    r"|advertisements?|sponsored(?: content)?|promoted|loading\.*|skip (?:to|advertisement).{0,40}|(?:back|"
    r"return) to (?:top|home\w*).{0,30}|(?:next|previous|prev)(?: (?:article|story|page|post))?\b[^.]{0,80}"
    r"|(?:we|this (?:site|website|page)) uses? cookies\b.*|(?:accept|manage) (?:all )?cookies.*|terms (?:of use|"
    r"and conditions|of service).{0,60}|privacy policy.{0,60}"
    r"|this (?:video|content|feature|page) (?:is not available|can ?not be (?:played|displayed)|requires).*|"
    r"please enable javascript.*|your browser does not support.*"
    r"|(?:image|photo|picture|media) (?:caption|copyright|source|credit)s?\b.{0,250}"
    # credits
    r"|\(?(?:additional |further |with )?(?:reporting|editing|writing|translation|translated|compiled|graphics|"
    r"photography|research|production)(?: and (?:reporting|editing|writing))? by:? [A-Z].*"
    r"|\(?(?:editing|writing|reporting) in [A-Z].{0,60}(?: by .*)"
    r"|(?:[A-Z][^.\"“”]{3,160}?|this|material from .{3,80}) (?:also )?contributed (?:reporting|to this (?:report|"
    r"story|article|piece|post)|reporting to this .*)\b[^.]{0,80}\.?"
    r"|(?:photo|photograph|image|picture|video|illustration|file photo|credit|photo credit|image credit|"
    r"source of photo|photo courtesy|featured image)s?(?: (?:by|courtesy|from|source|credit)s?)?(?: of)?\s*[:/©|"
    r"]\s*.{1,250}"
    r"|(?:photo|photograph|image|illustration)s? (?:by|courtesy of) [A-Z].{1,150}"
    r"|(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|(?:19|20)\d\d)).*|.{0,60}\ball rights reserved\b.{0,80}"
    # letterheads and ends of press releases
    r"|for immediate release.{0,40}|[-–—*#\s]*(?:ends|end|30|more)[-–—*#\s]*(?<=[-–—*#])|#(?:\s*#)+"
    # contacts
    r"|(?:for )?(?:media|press|further|more|general)\s?(?:inquir|enquir|quer|contact|information|info|relations|"
    r"office)\w*(?: contacts?)?(?:,? (?:please )?(?:contact|call|e-?mail|write|visit).*|\s*:.*)"
    r"|(?:e-?mail|phone|tel|telephone|fax|website|web|contact)s?\s*(?:us|the \w+)?\s*[:.]\s*(?=.{0,60}(?:@|\d{3}|"
    r"www\.|https?:)).{3,200}"
    r"|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+\.?|@\w+"
    r"|articles? by:? .{2,80}|(?:region|theme|topics?|tags?|tagged|keywords?|categories|category|filed under|"
    r"in this story|section|posted in)s?\s*:.{0,250}"
    r"|listen to (?=.{0,200}\b(?:podcast|radio|episode|show|programme|program|audio|discussions with)\b)[^“\"]{0,280}"
    r")",
    _FLAGS,
)
# A caption ends with its credit.
_CAPTION = re.compile(
    r".{0,400}(?:\((?:(?:AP|AFP|EPA|Getty|Reuters|File|Handout|Photo|Photograph|Image|Pool|Xinhua|"
    r"TASS)\b[^()]{0,80}(?:/|\bphoto|\bby\b|:)[^()]{0,80}|(?:photo|image|picture)[^()]{2,100})\)"
    r"|\b(?:REUTERS|AFP|EPA|AP Photo|Getty Images|Shutterstock|TASS|Xinhua|Pool)\s?/\s?[A-Z][\w .'/’-]{2,60}|(?:/|"
    r"\bvia )\s?(?:Getty Images|AFP|AP|Reuters|Shutterstock|EPA))\.?"
)
# Notes about the text itself, anywhere near its ends.
_NOTE = re.compile(
    r"(?:this|the) (?:article|story|report|piece|post|interview|essay|op-ed|column|commentary|text|version|feature|"
    r"speech)(?: (?:was|has been|is|first|originally|also|below|above)){1,3}"
    r" (?:published|appeared|updated|corrected|edited|reprinted|republished|reposted|syndicated|produced|posted|"
    r"amended|adapted|excerpted|translated|part of)\b.*"
    r"|(?:this|the) (?:article|story|piece|post|report) (?:originally |first )?(?:appeared|ran) (?:in|on|at)\b.*"
    r"|(?:originally|first) (?:published|posted|appeared)\b.{0,160}|(?:reprinted|republished|reproduced|"
    r"published) (?:here )?(?:with|by) (?:the )?(?:kind )?permission\b.{0,160}"
    r"|(?:the )?(?:views|opinions)(?: and (?:views|opinions))? (?:expressed|presented|"
    r"in this)\b(?=.{0,200}\b(?:author|writer|own|reflect|contributor|necessarily|those of))[^“\"]*"
    r"|(?:editor[’']s?|editors[’']|author[’']s?|publisher[’']s?|translator[’']s?) note\s*[:–—-].*|"
    r"correction\s*[:–—-].*|clarification\s*[:–—-].*"
    r"|(?:(?:do you have|have|got|send) (?:a|your|us)|if you have) (?:a |any )?(?:news )?(?:tip|tips|story|opinion|"
    r"comments?|corrections?|feedback)\b.{0,200}"
    r"|(?:this|any) (?:content|material|article|copy|information)(?: [\w()’-]+){0,6} (?:may|can|"
    r"must)(?: not)? (?:not )?be (?:published|reproduced|redistributed|reprinted|used|copied|broadcast)\b.*"
    r"|no part of this (?:publication|article|site|material)\b.*"
    r"|(?:the author|the writer|the authors) (?:is|are|was|writes|teaches|lives|works|can be|blogs|tweets|"
    r"has (?:written|worked))\b.*",
    _FLAGS,
)
# The article has ended: this and all that follows goes.
_END = re.compile(
    r"about (?:the )?(?:authors?|writers?|contributors?|reporters?|us)\b\s*:?.{0,60}|the original source of (?:this|"
    r"the) article (?:is|was)\b.*"
    r"|disclaimers?\s*[:.–—-].*|disclaimers?|legal (?:notice|disclaimer).{0,40}|(?:reader |view |your |all |top |"
    r"latest )?comments?(?: section| \(\d+\))?|leave a (?:reply|comment).*|post a comment.*"
    r"|notes? (?:to|for) (?:the )?editors?\b.{0,40}|[-–—*\s]*ends[-–—*\s]*|-\s?30\s?-|#\s?#\s?#|(?:notes|references|"
    r"footnotes|endnotes|works cited|bibliography)\s*:?"
    r"|(?:media|press) contacts?\s*:?.{0,100}|copyright (?:notice|information).{0,40}",
    _FLAGS,
)
# Endings that are prose in some articles: as headings only.
_END_HEADING_ONLY = re.compile(r"about (?:the )?\w+s?\b.*|comments?.*|notes|references|.*comments?", _FLAGS)
# A list of links follows: its heading and its entries go.
_LIST_HEAD = re.compile(
    r"(?:related|recommended|more|further|suggested|other|also|similar|latest|top|popular|"
    r"trending)\s(?:\w+\s)?(?:articles?|stories|story|news|reading|posts?|links|coverage|content|headlines|topics)"
    r"(?: (?:by|from|on|in) .{2,40})?\s*:?|(?:read|see) (?:more|also|next)\s*:?|related\s*:?|you (?:may|"
    r"might) (?:also )?(?:like|be interested in)\b.{0,20}|most (?:read|popular|viewed|shared)\b.{0,20}"
    r"|more (?:from|by|on) .{2,60}|in other news\s*:|trending(?: now)?|links\s*:?",
    _FLAGS,
)
# After the end only.
_AFTER = re.compile(
    r"(?:(?:his|her|their|my|the author[’']s) (?:new |latest |most recent |first |other |forthcoming |"
    r"recent )*(?:books?|novel|website|web site|blog|work|writings|articles?|e-?mail)|(?:he|she|they) (?:is|are|was|"
    r"can|may|tweets?|"
    r"writes?|wrote|blogs?|lives?|holds?|teaches|taught|works?|has|served|hosts?|contributes?|covers?|reports?)|"
    r"visit|listen|follow|buy|order|watch|contact|e-?mail|read|see|click|it airs|twitter|@\w+)\b.*",
    _FLAGS,
)
_IN_TAIL = re.compile(
    r"copyrighted material|(?:sole|full) responsibility of the author|grants? permission to (?:cross-?post|re-?post|"
    r"republish|reprint)|permission (?:from|of) the (?:copyright owner|publisher)|"
    r"[“\"]?fair use[”\"]?(?: doctrine| provisions?| notice|[”\"] you)|provisions of [“\"]fair use|creative commons|"
    r"do(?:es)? not necessarily (?:reflect|represent)|"
    r"not be responsible for any (?:inaccurate|errors)|(?:can|may) be (?:reached|contacted|followed|emailed|"
    r"found) (?:at|on|via|by)|"
    r"follow (?:him|her|them|us|me) (?:on|at)\b|tax[- ]deductible|send (?:him|her|them|us|me) (?:an )?e-?mail",
    _FLAGS,
)
_BIO_VERB = (
    r"(?:,[^,]{2,80},)?\s(?:is|was|are|has been|lives|writes|wrote|teaches|covers|reports|works|worked|blogs|tweets|"
    r"hosts|holds|serves|served|can be|may be|has (?:written|worked|covered|reported|"
    r"published)|contributes|edits|studies|joined)\b"
)
_BIO_WORDS = re.compile(
    r"\b(?:correspondent|columnist|reporter|professor|lecturer|fellow|editor|author|analyst|writer|journalist|"
    r"historian|novelist|scholar|researcher|blogger|activist|director|ambassador|diplomat|"
    r"lives in|based in|book|books|blog|newspaper|university|institute|can be reached|covers|contributor|student|"
    r"expert|former)\b",
    _FLAGS,
)
_SPOKEN = re.compile(
    r"\b(?:said|says|told|added|warned|asked|replied|stated|insisted|argued|according to)\b|[“”]", _FLAGS
)
_STOP = re.compile(r"[.!?…:;,][\"”’')\]]*$")


def body(blocks: Sequence[Block], *, author: str | None = None) -> tuple[Block, ...]:
    """`blocks` without what is not the article.

    Args:
        blocks: the paragraphs after the head.
        author: for biographies: they begin with the name.
    """
    kept: list[Block] = []
    size = 0
    ended = listing = False
    for number, block in enumerate(blocks):
        text = block.text
        near_end = number >= len(blocks) - 8 or ended
        if size >= _BODY and _ends(block):
            break
        if listing and _entry(block):
            continue
        listing = _heads_list(block, near_end=near_end)
        if listing:
            continue
        if _is_biography(block, author, near_end=near_end):
            ended = ended or size >= _BODY
            continue
        if _never(block) or ((near_end or number < 3) and _note(text)) or (ended and _trails(block)):
            continue
        ended = False
        kept.append(block)
        size += len(text)
    return _without_last_headings(kept)


def _ends(block: Block) -> bool:
    text = block.text
    if len(text) > 2 * _SHORT and not text.lower().startswith(("disclaimer", "the original source")):
        return False
    if not _END.fullmatch(text):
        return False
    # "Comments were moderate.": a heading has no stop, and is no turn of a talk.
    return (
        not _END_HEADING_ONLY.fullmatch(text) or block.kind == "heading" or not re.search(r"[.!?…][\"”’')\]]*$", text)
    )


def _entry(block: Block) -> bool:
    """An entry of a list of links: linked, an item, or a line without a stop."""
    return (
        block.linked
        or block.kind == "item"
        or (len(block.text) < 160 and not _STOP.search(block.text) and block.kind != "heading")
    )


def _heads_list(block: Block, *, near_end: bool) -> bool:
    text = block.text
    return (
        len(text) <= 90
        and (block.kind == "heading" or text.endswith(":") or near_end)
        and bool(_LIST_HEAD.fullmatch(text))
    )


def _never(block: Block) -> bool:
    """Not the article's own words, wherever it stands."""
    text = block.text
    if len(text) > 500:
        return False
    if len(text) <= _SHORT and _ANYWHERE.fullmatch(text):
        return True
    if block.linked and not re.search(r"[.!?…][\"”’')\]]*$", text):
        return True
    return bool(_CAPTION.fullmatch(text)) and not _SPOKEN.search(text)


def _note(text: str) -> bool:
    return (bool(_NOTE.fullmatch(text)) and (len(text) < 400 or not _SPOKEN.search(text))) or (
        bool(_IN_TAIL.search(text)) and not _SPOKEN.search(text.split(".")[0])
    )


def _trails(block: Block) -> bool:
    """Boilerplate once the article has ended."""
    return block.aside or block.linked or bool(_AFTER.fullmatch(block.text)) or not _STOP.search(block.text)


def _is_biography(block: Block, author: str | None, *, near_end: bool) -> bool:
    """The author's life and works: "Jane Doe lives in Vienna. She can be reached at ..."."""
    text = block.text
    if len(text) > 900:
        return False
    for name in filter(None, (author or "").split(", ")):
        if re.match(rf"(?:(?:dr|prof|professor|sir|ambassador)\.?\s)?{re.escape(name)}{_BIO_VERB}", text, _FLAGS):
            return near_end or block.aside or bool(_BIO_WORDS.search(text))
    if block.aside and near_end and re.match(rf"[A-Z][\w.’'-]+(?:\s[\w.’'-]+){{1,4}}{_BIO_VERB}", text):
        return bool(_BIO_WORDS.search(text))
    return False


def _without_last_headings(kept: list[Block]) -> tuple[Block, ...]:
    """A heading under which nothing is left goes too."""
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return tuple(kept)
