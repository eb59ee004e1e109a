//! Texts that would do harm if they came through to a document as they are: marks of Markdown and HTML, links that run
//! something, signs that nobody sees, and much too much of anything.
//!
//! In: the dice. Out: a text.

use super::Dice;

/// Texts that would do harm in a page, a document or a terminal if they were printed as they are. None has a quote.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- never closed",
    "<a href='javascript:alert(1)'>here</a>",
    "[here](javascript:alert(1))",
    "[here](JaVaScRiPt:alert(1)) and ![x](javascript:alert(1))",
    "[here](java\tscript:alert(1)) [here](&#106;avascript:alert(1)) [here](%6aavascript:alert(1))",
    "[here](data:text/html,<script>alert(1)</script>) <javascript:alert(1)>",
    "[here](vbscript:x) [x][y] [^1] [here](//evil.example) [here]( https://a.example 'title' )",
    "]]> &amp; &lt; &#x3c;script&#x3e; ' ` \\ \\\\ $ {{ }}",
    "` unclosed ``` unclosed ~~~ ** _ __ *** ~~",
    "a | b | c || d \\| e",
    "\u{202e}desrever\u{202c} \u{2066}isolated \u{200f}\u{200e}\u{61c} \u{5d0}\u{5d1}\u{5d2} \u{627}\u{644}",
    "\u{1b}[31mred\u{1b}[0m \u{7} \u{8} \u{0} \u{7f} \u{9b}31m \u{85} \u{2028} \u{2029} \u{feff} \u{200b}",
    "e\u{301}\u{301}\u{301}\u{301} \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{fffd} \u{10ffff} \u{e000}",
    "{severity} {first-response} {nothing} {office} { } {} {{severity}} {severity when plan is basic} {",
    "{prices} {plan premium} {first-response when severity is critical and plan is premium} {received}",
    "https://a.example/?a=<b>&c='d' <https://a.example/> a@b.example",
    "",
    " ",
    "#",
    "# not a heading",
    "1. \n2. ",
];

/// Blocks of Markdown that would do harm.
const HOSTILE_BLOCKS: &[&str] = &[
    "<script>\nalert(1)\n</script>",
    "<div onclick=alert(1)>\n\nx\n\n</div>",
    "```\nnever closed\n<script>alert(1)</script>",
    "```html\n<script>alert(1)</script>\n```\n\n    <script>alert(2)</script>",
    "# One\n\n###### Six\n\nSetext\n======\n\n---\n\n***",
    "[here][there]\n\n[there]: javascript:alert(1)\n[^note]: a note\n",
    "| a | b |\n|---|:-:|\n| c |\n| d | e | f | g |\n|",
    "- a\n\n  - b\n\n    1. c\n\n       > d\n       > ```\n       > e",
    "> [!NOTE]\n> text\n\n- [ ] open\n- [x] done\n\n~~gone~~ ^up^ ~down~ $x$ $$\ny\n$$",
    "term\n: definition\n\n+++\ntoml = 1\n+++\n\n---\nyaml: 1\n---",
    "\r\rlone carriage returns\r\n\u{b}\u{c}",
    "&nbsp;\n\n&#0;\n\n&#x110000;\n\n\\\n\\",
];

/// A hostile text, of one line or of several.
pub fn hostile(dice: &mut Dice, block: bool) -> String {
    let many = 1 + dice.below(3_000);
    match dice.below(if block { 14 } else { 8 }) {
        0 => dice
            .of(&["[", "*", "_", "`", "<", "(", "![", "**a ", "[a](", "{", "~", "\\", "&", "|", "|a"])
            .repeat(many),
        1 => "\u{e9}n titel ".repeat(many.div_ceil(5)),
        2 => format!("{}{}", "[".repeat(many), "](a)".repeat(many.min(500))),
        3 => "x".repeat(5_000),
        8 => dice.of(&[">", "> ", "- ", "1. ", "* > ", "#", "\t", "    ", "> - "]).repeat(many.min(600)),
        9 => (0..many.min(80)).map(|depth| format!("{}- deep\n", "  ".repeat(depth))).collect(),
        10 => {
            let row = "| cell ".repeat(1 + dice.below(60));
            format!("{row}|\n{}|\n{}", "|---".repeat(60), format!("{row}|\n").repeat(many.min(100)))
        }
        11..=13 => {
            let parts: Vec<&str> = (0..=dice.below(4)).map(|_| dice.of(HOSTILE_BLOCKS)).collect();
            parts.join("\n\n")
        }
        _ => {
            let parts: Vec<&str> = (0..=dice.below(3)).map(|_| dice.of(HOSTILE)).collect();
            parts.join(" ").replace('\n', if block { "\n" } else { " " })
        }
    }
}
