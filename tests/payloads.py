"""Hostile words, each of which an author could write somewhere. None may ever become code, markup or a request."""

from __future__ import annotations

SCRIPTS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '<a href="javascript:alert(1)">klik</a>',
    "<iframe src=https://evil.example></iframe>",
    '<style>body{background:url("https://evil.example")}</style>',
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/>",
    "<!-- geheim -->",
    "<![CDATA[ <script>alert(1)</script> ]]>",
    "<?php system('id'); ?>",
    "</div></body></html>",
    "<textarea></textarea><title></title>",
    "<form action=https://evil.example><input name=x autofocus onfocus=alert(1)></form>",
    "<details open ontoggle=alert(1)>",
)
"""HTML that would run something, load something, or break out of the page."""

ATTRIBUTES = (
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    '"><script>alert(1)</script>',
    "x` onerror=`alert(1)",
    "{: onclick=alert(1) }",
    "{: .klasse #id style=color:red }",
    "{#mijn-id .klasse}",
    '![alt" onerror="alert(1)](media:kring.svg)',
    '[klik](https://example.org/"onclick="alert(1))',
    '[klik](https://example.org "titel" onclick=alert(1))',
)
"""Text that tries to become an attribute."""

ENTITIES = (
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&#x3C;img src=x onerror=alert(1)&#x3E;",
    "&amp;lt;script&amp;gt;",
    "&lt",
    "&#0;",
    "&#x202e;",
    "&NewLine;&NewLine;<script>",
    "&Tab;",
)
"""Text that is markup once, or twice, unescaped."""

ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java&#10;script:alert(1)",
    "java&Tab;script:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A&#x61vascript:alert(1)",
    "javascript&colon;alert(1)",
    "java\\script:alert(1)",
    "\\javascript:alert(1)",
    "%6aavascript:alert(1)",
    "\u0001javascript:alert(1)",
    "\u00a0javascript:alert(1)",
    "java\u200bscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://example.org/x",
    "about:blank",
    "http://example.org/",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "/\\evil.example",
    "../../facilitator/index.html",
    "/absoluut",
    "relatief.html",
    "#alleen-een-kop",
    "",
    "https:evil",
    "https://",
    "https://user:wachtwoord@evil.example/",
    "https://evil.example\\@example.org/",
    "https://example.org/\u202egpj.exe",
    "mailto:a@example.org?bcc=b@evil.example",
    "mailto:javascript:alert(1)",
    "tel:javascript",
    "article:../x",
    "article:Hoofdletters",
    "article:x#",
    "module:a/b/c",
    "media:../geheim.svg",
    "media:/etc/passwd",
    "media:c:\\x.svg",
    "media:..svg",
    "artikel:x",
    "ftp://example.org/x",
    "ws://example.org/x",
)
"""Addresses that no link and no image may have, as they would be written between the brackets."""

TEMPLATES = (
    "{{ 7 * 7 }}",
    "{{ config.__class__.__mro__ }}",
    "{% for x in y %}{{ x }}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{# opmerking #}",
    "${7*7}",
    "#{7*7}",
    "%(naam)s {naam} {0.__class__}",
)
"""Templates of Jinja and others: shown as they are."""

TYPST = (
    '#import "/etc/passwd": *',
    '#read("/etc/passwd")',
    "#set text(fill: white)",
    '#eval("1")',
    "#{ panic() }",
    "$x^2$ en $ sum_(i=1)^n $",
    "@verwijzing",
    "= Geen kop",
    "/ Term: uitleg",
    "`#raw` en ```#raw```",
    "\\u{202e} \\#",
    "~ -- --- ... 'x'",
    '"); #panic(); ("',
)
"""Typst code: shown as it is."""

CHARACTERS = (
    "\u202eomgekeerd\u202c",
    "\u2066isolaat\u2069",
    "\u200bonzichtbaar",
    "\ufeffBOM",
    "bel\u0007",
    "nul\u0000",
    "escape\u001b[31m",
    "vorm\u000cvoer",
    "next\u0085line",
    "regel\u2028scheiding\u2029",
    "\ufffe\uffff",
    "\u0002wzxhzdk:0\u0003",
    "e\u0301e\u0301n",
    "👩‍👩‍👧 familie",
    "لغة أخرى",
)
"""Control characters, characters that change direction, and characters that are merely unusual."""

PAYLOADS: tuple[str, ...] = (
    *SCRIPTS,
    *ATTRIBUTES,
    *ENTITIES,
    *(f"[klik]({address})" for address in ADDRESSES),
    *(f"[klik](<{address}>)" for address in ADDRESSES),
    *(f"![plaatje]({address})" for address in ADDRESSES),
    "<javascript:alert(1)>",
    "[klik][x]\n\n[x]: javascript:alert(1)",
    "[![alt](javascript:alert(1))](article:x)",
    "<label>",
    *TEMPLATES,
    *TYPST,
    *CHARACTERS,
)
"""Everything, each as a piece of text."""
