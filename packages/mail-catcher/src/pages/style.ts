export const css = `
:root { color-scheme: light dark; --paper: #faf8f4; --card: #fff; --ink: #1d1b18; --muted: #68625a; --line: #ddd7cc; --accent: #9a4420; --soft: #f6e6da; }
@media (prefers-color-scheme: dark) {
	:root { --paper: #151412; --card: #1c1a18; --ink: #efebe4; --muted: #a9a297; --line: #35312c; --accent: #eba27a; --soft: #38261b; }
}
* { box-sizing: border-box; }
body { margin: 0; height: 100dvh; display: grid; grid-template-columns: minmax(240px, 340px) 1fr; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
a { color: inherit; text-decoration: none; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
nav { overflow-y: auto; border-right: 1px solid var(--line); }
nav h2 { margin: 0; padding: 20px 20px 14px; font-size: 20px; }
nav h2 span { color: var(--muted); font-size: 14px; font-weight: 400; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: 12px 20px; border-top: 1px solid var(--line); }
nav li a:hover { background: var(--card); }
nav li a[aria-current] { background: var(--soft); }
nav strong, nav li span, nav time { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
nav strong { font-weight: 600; }
nav li span, nav time { color: var(--muted); font-size: 13px; }
main { overflow-y: auto; background: var(--card); }
article { display: flex; flex-direction: column; min-height: 100%; }
article header { padding: 24px 32px 16px; border-bottom: 1px solid var(--line); }
h1 { margin: 0 0 12px; font-size: 22px; line-height: 1.25; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0; font-size: 14px; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.attachments { display: flex; flex-wrap: wrap; gap: 8px; list-style: none; margin: 16px 0 0; padding: 0; }
.attachments a { display: inline-block; padding: 8px 14px; border: 1px solid var(--line); border-radius: 999px; font-size: 14px; }
.attachments a:hover { border-color: var(--accent); color: var(--accent); }
.attachments span { color: var(--muted); }
iframe { flex: 1; width: 100%; min-height: 640px; border: 0; background: #fff; }
details { border-top: 1px solid var(--line); padding: 14px 32px; }
summary { cursor: pointer; color: var(--muted); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.55 ui-monospace, monospace; }
.hint { margin: 0; padding: 20px; color: var(--muted); }
@media (max-width: 720px) {
	body { display: block; height: auto; }
	body.open nav ol, body.list main { display: none; }
	nav { border-right: 0; }
}
`;
