import { type Html, html } from '../html.ts';
import type { AttachmentInfo, Mail } from '../mail.ts';

/** One mail: its head, its attachments, its content in a frame, its text. */
export function mailPane(mail: Mail): Html {
	return html`<article>
	<header>
		<h1>${mail.subject || '(no subject)'}</h1>
		<dl>
			<dt>From</dt>
			<dd>${mail.from}</dd>
			<dt>To</dt>
			<dd>${mail.to.join(', ')}</dd>
			<dt>Received</dt>
			<dd><time datetime="${mail.date}">${longTime(mail.date)}</time></dd>
		</dl>
		${attachmentList(mail)}
	</header>
	<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${mail.id}/content" title="The mail"></iframe>
	${mail.html !== null && mail.text !== null ? plainText(mail.text) : undefined}
</article>`;
}

function attachmentList({ id, attachments }: Mail): Html | undefined {
	if (attachments.length === 0) return undefined;
	const item = ({ name, size }: AttachmentInfo, index: number): Html =>
		html`<li><a href="/mails/${id}/attachments/${index}" download>${name} <span>${kilobytes(size)}</span></a></li>`;
	return html`<ul class="attachments" aria-label="Attachments">${attachments.map(item)}</ul>`;
}

function plainText(text: string): Html {
	return html`<details>
		<summary>As plain text</summary>
		<pre>${text}</pre>
	</details>`;
}

function kilobytes(size: number): string {
	return size < 1024 ? `${size} bytes` : `${Math.round(size / 1024)} kB`;
}

const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'medium' });

function longTime(date: string): string {
	return format.format(new Date(date));
}
