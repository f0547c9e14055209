import { Html, html } from '../html.ts';
import type { Mail } from '../mail.ts';

/** For the frame that shows a mail: no script, no request to anywhere, links in a tab of their own. */
export const mailContentPolicy =
	"sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A mail's HTML as it came, or its text when it has none. */
export function mailContent(mail: Mail): Html {
	if (mail.html !== null) return new Html(`<base target="_blank">${mail.html}`);
	return html`<!doctype html>
<meta charset="utf-8" />
<style>
	pre { font: 14px/1.5 ui-monospace, monospace; white-space: pre-wrap; margin: 24px; }
</style>
<pre>${mail.text ?? ''}</pre>`;
}
