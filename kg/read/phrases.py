"""Phrases by which boilerplate is known. Each pattern is matched against a whole paragraph unless its name says else.

They are kept narrow, and what they must not match is in the tests: "Research by the university shows ...", "Article by
article, the committee ...", "Support for the government fell ...".
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_NAME = r"(?-i:[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|der|van|von|al|bin)){1,3})"
_NAMES = rf"{_NAME}(?:(?:, (?:and )?| and |; ){_NAME})*"
_STORY = r"(?:article|story|report|piece|post|interview|essay|op-ed|column|commentary|text|feature)"
_NETWORK = (
    r"(?:twitter|facebook|instagram|telegram|linkedin|youtube|x|social media|whatsapp|google\+?|mastodon|bluesky|@\w+|"
    r"https?:|www\.)"
)

#: Links to other stories and parts of the page.
LINKS = _any(
    r"(?:>+\s*)?(?:read (?:more|also|next|on|this)|also read|see also|see more|more on this(?: story)?|must[- ]read|"
    r"related(?: (?:story|stories|articles?|coverage|news|content|links|reading|topics|videos?))?|"
    r"recommended(?: reading)?|don[’']t miss|watch(?: (?:now|also|more|live|the video))?|also on [\w ]{2,30}|"
    r"in pictures|up next|trending(?: now)?|most (?:read|popular|viewed))\s*(?:[:>»|–—]\s*.*|\.\.\.|…|[.!]?)",
    r"(?:click|tap) (?:here|on|the|to)\b.*",
    r"(?:read|see|view|watch|download)\s(?:the|this|our|more of)\s(?:(?:full|whole|rest|entire|complete|original)\s?)+"
    r".{0,80}(?:here|below|online|on \S+)\.?",
    r"read (?:the (?:rest|full \w+|whole \w+|original(?: \w+)?)|it all)(?: here| of the (?:story|article) here)?\.?",
    r"(?:keep|continue) reading\b.{0,80}|(?:story|article) continues below.*",
    r"\(?(?:read|see|view) (?:more|the rest|it all|the full \w+) (?:here|at|on)\b.{0,80}\)?",
    r"watch .{0,40}\bvideo (?:here|below|above|at \S+)\.?",
    r"listen to (?=.{0,200}\b(?:podcast|radio|episode|audio|discussions with)\b)[^“\"]{0,280}",
    r"(?:\d+ |view |show |hide |see |load |all |more )*comments?(?: \(\d+\))?",
    r"(?:leave|post|add|write) (?:a|your) (?:comment|reply).*|comments (?:on|for) this .{0,40} closed\.?",
    r"comment on .{2,80} on (?:our|its|their) \w+ page|join the (?:conversation|discussion)\b.{0,80}",
    r"advertisements?|sponsored(?: content)?|promoted|loading\.*|skip (?:to|advertisement).{0,40}",
    r"(?:back|return) to (?:top|home\w*).{0,30}|(?:next|previous|prev)(?: (?:article|story|page|post)\b.{0,100})?",
    r"(?:we|this (?:site|website|page)) uses? cookies\b.*|(?:accept|manage) (?:all )?cookies.*",
    r"(?:terms (?:of use|and conditions|of service)|privacy policy).{0,40}",
    r"this (?:video|content|feature|page) (?:is not available|can ?not be (?:played|displayed)|requires)\b.*",
    r"please enable javascript.*|your browser does not support.*",
    r"our standards: the thomson reuters trust principles\.?|reuse this content",
    r"(?:topics|tags)(?: (?-i:[A-Z])[\w,/& ]{0,150})?",
    r"articles by(?:\s*:.{2,80}| " + _NAMES + r")|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+\.?|@\w+",
    r"(?:region|theme|topic|tag|keyword|category|categorie|filed under|tagged|in this story|posted in)s?\s*:.{0,250}",
)

#: Pleas to subscribe, follow, share and give. Not tried on paragraphs that report speech.
PLEAS = _any(
    r"(?:please )?(?:subscribe|sign up|register|log in|sign in)(?:\s+(?:now|here|today|free|to|for|with|"
    r"or)\b[^.]*)?[.!]?"
    r"(?:[^.]*\b(?:newsletter|inbox|updates|account)\b[^.]*[.!]?)?",
    r"(?:get|receive|have)\b.{0,60}\b(?:in|to|into|delivered to) your (?:inbox|e-?mail|mailbox)\b.*",
    r"(?:follow|find|like|join|contact|visit) (?:us|him|her|them|me|@\w+|[A-Z][\w’' .,&@()-]{1,60}?) (?:on|at|via|or)"
    rf" (?:our )?(?:#\w+|{_NETWORK}).*",
    r"(?:follow|tweet) @\w+.*",
    r"(?:share|tweet|print|e-?mail|save|bookmark|like|comment(?: on)?|send|pin)(?:\s(?:this|on|via|with|to|it|your|"
    r"the|a|"
    r"an|us|article|story|post|page|link|comment|friends?|facebook|twitter|reddit|whatsapp|e-?mail|linkedin|pinterest|"
    r"telegram|and)){0,8}[!.:]?",
    r"(?:please )?(?:support (?:us|our|independent)|donate (?:to|now|today|here)|help us|help support|make a donation|"
    r"(?:please )?consider (?:donating|making a))\b[^“\"]{0,250}",
    r"the (?-i:[A-Z])[\w ]{2,40} is committed to publishing\b.*|"
    r"become a (?:member|subscriber|patron|supporter)(?: of [^.]{2,60})?\.?",
    rf"(?:do you have|have|got|send us) (?:a|any) (?:news )?(?:tip|tips|story|{_STORY}|corrections?|"
    rf"feedback)\b.{{0,200}}",
)

#: Who wrote, edited and photographed; rights; ends of press releases; addresses.
CREDITS = _any(
    r"\((?:additional |further |with )?(?:reporting|editing|writing|compiled|translat\w+)(?: and \w+)? (?:by|"
    r"in) .*\)\.?",
    rf"(?:additional |further |with )?(?:reporting|editing|writing|translation|translated|compiled|graphics|"
    rf"photography|"
    rf"research|production)(?: and (?:reporting|editing|writing))? by:? {_NAMES}(?: in [^.;]{{2,60}})?(?:[;,].*)?\.?",
    rf"(?:(?:the )?{_NAME} (?:staff )?(?:writer|reporter|correspondent|journalist)s? {_NAMES}|"
    rf"{_NAMES}|the associated press|reuters|this)(?:,? (?:in|from|of) [^.]{{2,60}}?,?)?(?: also)? contributed"
    rf"(?: reporting| research)?(?: (?:to|for) this {_STORY}| from [^.]{{2,60}})?\.?",
    r"(?:image|photo|picture|media) (?:caption|copyright|source|credit)s?\b.{0,250}",
    r"(?:photo|photograph|image|picture|video|illustration|file photo|credit|photo credit|image credit|"
    r"featured image)s?"
    r"(?: (?:by|courtesy|from|source|credit)s?)?(?: of)?\s*[:/©|]\s*.{1,250}",
    rf"(?:photo|photograph|image|illustration)s? (?:by|courtesy of) (?:{_NAMES}|(?-i:[A-Z])\w+)(?:\s*[/,|"
    rf"(].{{0,80}})?\.?",
    r"(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|(?:19|20)\d\d)).*|(?:.{0,60}[.,;|©\d] ?)?all rights reserved\b.{0,80}",
    r"end \d{1,2}:\d\d\s?[ap]\.?m\.?.{0,10}",
    r"for immediate release.{0,40}|[-–—*#\s]*(?:ends|end|30|more)[-–—*#\s]*(?<=[-–—*#])|#(?:\s*#)+",
    r"(?:for )?(?:media|press|further|more|general)\s?(?:inquir|enquir|quer|contact|information|info|relations|"
    r"office)\w*"
    r"(?: contacts?)?(?:,? (?:please )?(?:contact|call|e-?mail|write to|visit)\b.*|\s*:.*)",
    r"(?:e-?mail|phone|tel|telephone|fax|website|web|contact)s?\s*(?:us|the \w+)?\s*[:.]\s*"
    r"(?=.{0,60}(?:@|\d{3}|www\.|https?:)).{3,200}",
)

#: A caption that ends with its credit. Not tried on paragraphs that report speech.
CAPTION = re.compile(
    r".{0,400}(?:\((?:(?:AP|AFP|EPA|Getty|Reuters|File|Handout|Photo|Photograph|Image|Pool|Xinhua|TASS)\b[^()]{0,80}"
    r"(?:/|\bphoto|\bby\b|:)[^()]{0,80}|(?:photo|image|picture)[^()]{2,100})\)"
    r"|\b(?:REUTERS|AFP|EPA|AP Photo|Getty Images|Shutterstock|TASS|Xinhua|Pool)\s?/\s?[A-Z][\w .'/’-]{2,60}"
    r"|(?:/|\bvia )\s?(?:Getty Images|AFP|AP|Reuters|Shutterstock|EPA)"
    r"|\b(?:Photo|Photograph|Image|Picture)(?: by| credit| courtesy of)?: ?[A-Z][^.]{1,60})\.?"
)

#: Notes that say by a label what they are.
LABELLED_NOTE = _any(
    r"(?:editor[’']?s?[’']?|author[’']?s?|publisher[’']?s?|translator[’']?s?)[’']? note\s*[:–—-].*",
    rf"this {_STORY} (?:has been|was) (?:updated|corrected|amended) (?:to|with|at|on|after)\b.*",
    r"(?:correction|clarification|corrections? and clarifications?)(?:\s\([^)]{2,40}\))?\s*[:–—-].*",
)

#: Notes about the text itself. Not tried on paragraphs that report speech.
NOTE = _any(
    rf"this {_STORY}(?: (?:was|has been|is|have been|first|originally|also)){{1,3}} (?:published|appeared|updated|"
    rf"corrected|"
    r"edited|reprinted|republished|reposted|syndicated|produced|posted|amended|adapted|excerpted|translated|"
    r"part of)\b.*",
    rf"(?:this|the) {_STORY} (?:(?:was|has been) )?(?:originally|first) (?:appeared|ran|published|posted)\b.*",
    rf"this {_STORY} (?:appeared|ran) (?:in|on|at)\b.*",
    r"[\w ]{2,40} website contains only a portion of the news stories\b.*",
    r"(?:originally|first) (?:published|posted|appeared) (?:in|on|at|by)\b.{0,160}",
    r"(?:reprinted|republished|reproduced|published) (?:here )?(?:with|by) (?:the )?(?:kind )?permission\b.{0,160}",
    r"(?:the )?(?:views|opinions)(?: and (?:views|opinions))? (?:expressed|presented|in this)\b"
    r"(?=.{0,200}\b(?:author|writer|own|contributor|necessarily|those of))[^“\"]*",
    rf"(?:this|any) (?:content|material|copy|{_STORY})(?: [\w()’-]+){{0,6}} (?:may|can|must) not be (?:published|"
    rf"reproduced|"
    r"redistributed|reprinted|used|copied|broadcast)\b.*|no part of this (?:publication|article|site|material)\b.*",
)

#: Searched, not matched, in the first and last paragraphs: rights, disclaimers, addresses of the author.
IN_TAIL = _any(
    r"contains copyrighted material|(?:sole|full) responsibility of the author",
    r"grants? permission to (?:cross-?post|re-?post|republish|reprint)",
    r"permission (?:from|of) the (?:copyright owner|publisher)|\bfair use[”\"]? (?:doctrine|provisions?|notice)",
    r"provisions of [“\"]fair use|under a creative commons|do(?:es)? not necessarily (?:reflect|represent) the",
    r"not be responsible for any (?:inaccurate|errors)|(?:can|may) be (?:reached|contacted|followed|emailed) (?:at|"
    r"on|via)",
    r"follow (?:him|her|them|us|me) on\b|tax[- ]deductible|send (?:him|her|them|us|me) an e-?mail",
)
#: One of these is in whatever IN_TAIL finds; looking for them first is 20 times as fast.
IN_TAIL_WORDS = (
    "copyright",
    "responsib",
    "permission",
    "fair use",
    "creative commons",
    "necessarily",
    " be reached",
    " be contacted",
    " be followed",
    " be emailed",
    "follow ",
    "deductible",
    "send ",
)

#: The article has ended: this and all that follows goes.
END = _any(
    r"the original source of (?:this|the) article (?:is|was)\b.*|disclaimers?\s*[:–—-].*",
    r"notes? (?:to|for) (?:the )?editors?\s*:?|[-–—*\s]*ends[-–—*\s]*|-\s?30\s?-|#\s?#\s?#",
    r"leave a (?:reply|comment).*|post a comment.*|(?:media|press) contacts?\s*:.{0,100}",
)
#: The same, where the paragraph is a heading or has no final stop.
END_HEADING = _any(
    r"about (?:the )?(?:authors?|writers?|contributors?|reporters?|us|[\w ]{2,40})\s*:.{0,60}",
    r"about (?:the )?(?:authors?|writers?|contributors?|reporters?|us)",
    r"(?:reader |view |your |all |top |latest |\d+ )?comments?(?: section| \(\d+\))?\s*:?",
    r"(?:notes|references|footnotes|endnotes|works cited|bibliography|disclaimers?)\s*:?",
    r"(?:cautionary (?:note|statement) (?:on|regarding|concerning) )?forward[- ]looking statements\s*:?",
    r"(?:legal|copyright) (?:notice|disclaimer|information)\s*:?|(?:media|press) contacts?",
)

#: A list of links follows: its heading and its entries go.
LIST_HEAD = _any(
    r"(?:related|recommended|more|further|suggested|other|also|similar|latest|top|popular|trending)\s(?:\w+\s)?"
    r"(?:articles?|stories|story|news|reading|posts?|links|coverage|content|headlines|topics)(?: (?:by|from|on|"
    r"in) .{2,40})?"
    r"\s*:?|(?:read|see) (?:more|also|next)\s*:?|related\s*:?|you (?:may|might) (?:also )?(?:like|"
    r"be interested in)\b.{0,20}",
    r"most (?:read|popular|viewed|shared)\b.{0,20}|more (?:from|by|on) .{2,60}|in other news\s*:|trending(?: now)?|"
    r"links\s*:?",
)

#: Boilerplate once a biography has ended the article, and only then.
AFTER = _any(
    r"(?:his|her|their|my|the author[’']s) (?:new |latest |most recent |first |other |forthcoming |"
    r"recent )*(?:books?|novel|"
    r"website|web site|blog|work|writings|articles?|e-?mail)\b.*",
    r"(?:he|she|they) (?:is|are|was|can|may|tweets?|writes?|wrote|blogs?|lives?|holds?|teaches|taught|works?|has|"
    r"served|hosts?|"
    r"contributes?|covers?|reports?)\b.*",
    r"(?:visit|listen|follow|buy|order|watch|contact|e-?mail|read|see|click|it airs|twitter|@\w+)\b.*",
)

#: After a name: the verbs of a biography that need no more, and those that need one of BIO_WORDS.
BIO_VERB = (
    r"(?:,[^,]{2,80},)?\s(?:(?P<sure>lives in|writes (?:for|on|about|from)|teaches|covers|reports (?:for|on|from)|"
    r"blogs|tweets|can be reached|may be reached|contributes|edits)|(?:is|was|are|has been|has (?:written|worked|"
    r"covered|"
    r"reported|published)|holds|hosts|serves|served|worked|works|wrote|joined|studies))\b"
)
BIO_WORDS = _any(
    r"\b(?:correspondent|columnist|reporter|professor|lecturer|fellow|editor|author of|analyst|writer|journalist|"
    r"historian|"
    r"novelist|scholar|researcher|blogger|activist|director|ambassador|diplomat|lives in|based in|books?|blog|"
    r"newspaper|"
    r"university|institute|can be reached|contributor|student|expert|freelance)\b"
)
#: Searched: the paragraph reports what somebody said.
SPOKEN = _any(r"\b(?:said|says|told|added|warned|asked|replied|stated|insisted|argued|according to)\b|[“”]")
