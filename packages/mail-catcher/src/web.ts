import type { ServerResponse } from 'node:http';
import { type RequestHandler, sendJson } from '@infinite-blob/service/start-service';
import type { Html } from './html.ts';
import type { LiveUpdates } from './live-updates.ts';
import type { CaughtMail } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import { mailContent, mailContentPolicy } from './pages/mail-content.ts';
import { mailPane } from './pages/mail-pane.ts';
import { page, pagePolicy } from './pages/page.ts';

/** Serves the web page, the mails' contents and attachments, and `GET /api/mails`. */
export function webPages(mailbox: Mailbox, updates: LiveUpdates): RequestHandler {
	return (request, response, { pathname }) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') return false;
		if (pathname === '/api/mails') {
			sendJson(response, 200, mailbox.list());
			return true;
		}
		if (pathname === '/updates') {
			updates.follow(response);
			return true;
		}
		if (pathname === '/') {
			sendHtml(response, page(mailbox.list()), pagePolicy);
			return true;
		}
		const [, id = '', part] = /^\/mails\/(\d+)(?:\/(content|attachments\/\d+))?$/.exec(pathname) ?? [];
		const caught = mailbox.find(id);
		if (!caught) return false;
		if (part === undefined) {
			sendHtml(response, page(mailbox.list(), caught.mail.id, mailPane(caught.mail)), pagePolicy);
			return true;
		}
		if (part === 'content') {
			sendHtml(response, mailContent(caught.mail), mailContentPolicy);
			return true;
		}
		return sendAttachment(response, caught, Number(part.slice('attachments/'.length)));
	};
}

function sendHtml(response: ServerResponse, body: Html, policy: string): void {
	response.writeHead(200, {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': policy,
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'cache-control': 'no-store',
	});
	response.end(body.text);
}

function sendAttachment(response: ServerResponse, { mail, contents }: CaughtMail, index: number): boolean {
	const info = mail.attachments[index];
	if (!info) return false;
	// Only what a header may hold: the name and the type come from the mail.
	const type = /^[\w.+-]+\/[\w.+-]+$/.test(info.type) ? info.type : 'application/octet-stream';
	const name = encodeURIComponent(info.name.toWellFormed()).replace(
		/['()*]/g,
		(c) => `%${c.charCodeAt(0).toString(16)}`,
	);
	response.writeHead(200, {
		'content-type': type,
		'content-length': info.size,
		'content-disposition': `attachment; filename*=UTF-8''${name}`,
		'content-security-policy': "sandbox; default-src 'none'",
		'x-content-type-options': 'nosniff',
	});
	response.end(contents[index]);
	return true;
}
