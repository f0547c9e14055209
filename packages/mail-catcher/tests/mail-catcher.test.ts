import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLogger } from '@infinite-blob/service/logger';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Mail } from '../src/mail.ts';
import { type MailCatcher, startMailCatcher } from '../src/start-mail-catcher.ts';

let folder: string;
let catcher: MailCatcher;
const logger = createLogger('mail-catcher');
logger.level = 'silent';

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'mail-'));
	catcher = await start();
});

afterEach(async () => {
	await catcher[Symbol.asyncDispose]();
	await rm(folder, { recursive: true });
});

function start(): Promise<MailCatcher> {
	return startMailCatcher({ host: '127.0.0.1', smtpPort: 0, uiPort: 0, folder, logger });
}

async function send(change: Record<string, unknown> = {}): Promise<void> {
	const transport = createTransport(catcher.smtpUrl);
	await transport.sendMail({
		from: 'Shop <shop@example.com>',
		to: 'Ada <ada@example.com>',
		subject: 'Your order 田中',
		text: 'Thank you.',
		html: '<p>Thank you.</p>',
		messageId: '<one@example.com>',
		...change,
	});
	transport.close();
}

async function mails(): Promise<Mail[]> {
	return (await fetch(`${catcher.url}/api/mails`)).json() as Promise<Mail[]>;
}

function get(address: string): Promise<Response> {
	return fetch(`${catcher.url}${address}`);
}

test('a mail is listed as JSON, newest first', async () => {
	await send({ attachments: [{ filename: 'rechnung ü.pdf', content: Buffer.from('%PDF-1.7') }] });
	await send({
		subject: 'Second',
		to: ['b@example.com', 'c@example.com'],
		bcc: 'd@example.com',
		html: undefined,
	});
	const [second, first] = await mails();
	expect(second).toMatchObject({
		subject: 'Second',
		to: ['b@example.com', 'c@example.com', 'd@example.com'],
		html: null,
		attachments: [],
	});
	expect(first).toMatchObject({
		messageId: '<one@example.com>',
		from: 'shop@example.com',
		to: ['ada@example.com'],
		subject: 'Your order 田中',
		text: expect.stringContaining('Thank you.'),
		html: expect.stringContaining('<p>Thank you.</p>'),
		attachments: [{ name: 'rechnung ü.pdf', type: 'application/pdf', size: 8 }],
	});
	expect(Date.now() - Date.parse(first!.date)).toBeLessThan(10_000);
});

test('mails are there again after a restart', async () => {
	await send();
	const before = await mails();
	await catcher[Symbol.asyncDispose]();
	catcher = await start();
	expect(await mails()).toEqual(before);
	await send({ subject: 'After' });
	expect((await mails()).map(({ subject }) => subject)).toEqual(['After', 'Your order 田中']);
});

test('of more than 500 mails the newest 500 are kept, in memory and on disk', async () => {
	const transport = createTransport({
		url: catcher.smtpUrl,
		pool: true,
		maxMessages: Number.POSITIVE_INFINITY,
	});
	const from = 'shop@example.com';
	for (let i = 1; i <= 503; i++)
		await transport.sendMail({ from, to: 'a@example.com', subject: `${i}`, text: '' });
	transport.close();
	const listed = await mails();
	expect(listed).toHaveLength(500);
	expect([listed[0]?.subject, listed.at(-1)?.subject]).toEqual(['503', '4']);
	expect(await readdir(folder)).toHaveLength(500);
});

test('the page shows subjects as text, whatever they hold', async () => {
	await send({ subject: '<script>alert(1)</script>', to: '"<b>x</b>" <ada@example.com>' });
	const [mail] = await mails();
	for (const address of ['/', `/mails/${mail?.id}`]) {
		const response = await get(address);
		expect(response.status).toBe(200);
		const body = await response.text();
		expect(body).not.toContain('<script>alert');
		expect(body).toContain('&#60;script&#62;alert');
		expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
	}
});

test("a mail's HTML is served for a frame that runs no script and asks nobody for anything", async () => {
	await send({ html: '<p>Hi</p><script>alert(1)</script><img src="https://example.com/pixel">' });
	const response = await get(`/mails/${(await mails())[0]?.id}/content`);
	expect(await response.text()).toContain('<p>Hi</p>');
	const policy = response.headers.get('content-security-policy');
	expect(policy).toMatch(/^sandbox [a-z- ]*;/);
	expect(policy).not.toContain('allow-scripts');
	expect(policy).toContain("default-src 'none'");
});

test('an attachment is downloaded under its name, never shown in place', async () => {
	const page = '<script>alert(1)</script>';
	await send({ attachments: [{ filename: 'ü "quoted".html', content: page, contentType: 'text/html' }] });
	const response = await get(`/mails/${(await mails())[0]?.id}/attachments/0`);
	expect(await response.text()).toBe(page);
	expect(response.headers.get('content-disposition')).toBe(
		"attachment; filename*=UTF-8''%C3%BC%20%22quoted%22.html",
	);
	expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('what is not there is 404', async () => {
	await send();
	const id = (await mails())[0]?.id;
	for (const address of ['/mails/1', '/mails/x', `/mails/${id}/attachments/0`, '/mails/__proto__'])
		expect((await get(address)).status).toBe(404);
});

test('an open page is told of new mail', async () => {
	const response = await get('/updates');
	const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
	await reader.read();
	await send();
	expect((await reader.read()).value).toContain('data: mail');
	await reader.cancel();
});

test('recipients at refused.example are refused for good, at busy.example for now', async () => {
	await expect(send({ to: 'a@refused.example' })).rejects.toMatchObject({ responseCode: 550 });
	await expect(send({ to: 'a@busy.example' })).rejects.toMatchObject({ responseCode: 450 });
	expect(await mails()).toEqual([]);
});

test('the catcher says that it is ready', async () => {
	expect((await get('/health/ready')).status).toBe(200);
});
