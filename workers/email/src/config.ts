import {
	filesDir,
	host,
	port,
	publicStorefrontUrl,
	redisUrl,
	replica,
	secret,
} from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

export type Config = ReturnType<typeof readConfig>;

export function readConfig() {
	const { MAIL_SMTP_PORT, SMTP_URL, ...settings } = readSettings({
		EMAIL_PORT: port(4013),
		HOST: host,
		REDIS_URL: redisUrl,
		REPLICA: replica,
		FILES_DIR: filesDir,
		LINK_SECRET: secret,
		PUBLIC_STOREFRONT_URL: publicStorefrontUrl,
		MAIL_FROM: z
			.string()
			.regex(/^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$/, 'must be like: Infinite Blob <orders@example.com>')
			.default('Infinite Blob <orders@infinite-blob.example>'),
		SMTP_URL: z
			.url({ protocol: /^smtps?$/, error: 'must be an address like smtp://user:password@host:587' })
			.optional(),
		MAIL_SMTP_PORT: port(1025),
	});
	return { ...settings, SMTP_URL: SMTP_URL ?? `smtp://127.0.0.1:${MAIL_SMTP_PORT}` };
}
