import { createHash } from 'node:crypto';
import { Html, html } from '../html.ts';
import type { Mail } from '../mail.ts';
import { css } from './style.ts';

const script = "new EventSource('/updates').onmessage = () => location.reload();";
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** For the page around the mails: its own style and script, and nothing else. */
export const pagePolicy = [
	"default-src 'none'",
	`style-src ${hash(css)}`,
	`script-src ${hash(script)}`,
	"connect-src 'self'",
	'img-src data:',
	"frame-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/** The mails, newest first, beside the one that is open. */
export function page(mails: Mail[], openId?: string, open?: Html): Html {
	return html`<!doctype html>
<html lang="en">
<head>
	<meta charset="utf-8" />
	<meta name="viewport" content="width=device-width, initial-scale=1" />
	<title>Mail (${mails.length})</title>
	<link rel="icon" href="${icon}" />
	<style>${new Html(css)}</style>
	<script>${new Html(script)}</script>
</head>
<body class="${open ? 'open' : 'list'}">
	<nav aria-label="Mails">
		<h2><a href="/">Mail</a> <span>${mails.length}</span></h2>
		${mails.length > 0 ? html`<ol>${mails.map((mail) => entry(mail, mail.id === openId))}</ol>` : nothing}
	</nav>
	<main>${open ?? html`<p class="hint">${mails.length > 0 ? 'Choose a mail to read it.' : ''}</p>`}</main>
</body>
</html>`;
}

const icon =
	"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect x='2' y='6' width='28' height='20' rx='4' fill='%239a431f'/%3E%3Cpath d='m4 9 12 9 12-9' fill='none' stroke='%23fff' stroke-width='2.5'/%3E%3C/svg%3E";

const nothing = html`<p class="hint">No mail yet. Whatever the shop sends shows up here, and is delivered nowhere else.</p>`;

function entry(mail: Mail, isOpen: boolean): Html {
	return html`<li><a href="/mails/${mail.id}"${isOpen ? html` aria-current="page"` : undefined}>
	<strong>${mail.subject || '(no subject)'}</strong>
	<span>${mail.to.join(', ')}</span>
	<time datetime="${mail.date}">${shortTime(mail.date)}${mail.attachments.length > 0 ? ' · attachment' : ''}</time>
</a></li>`;
}

const format = new Intl.DateTimeFormat('en-US', {
	month: 'short',
	day: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
});

function shortTime(date: string): string {
	return format.format(new Date(date));
}
