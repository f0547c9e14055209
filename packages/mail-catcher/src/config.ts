import path from 'node:path';
import { dataDir, host, port } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

export type Config = ReturnType<typeof readConfig>;

export function readConfig() {
	const { DATA_DIR, ...settings } = readSettings({
		MAIL_SMTP_PORT: port(1025),
		MAIL_UI_PORT: port(1080),
		HOST: host,
		DATA_DIR: dataDir,
		SMTP_URL: z.string().optional(),
	});
	return { ...settings, MAIL_DIR: path.join(DATA_DIR, 'mail') };
}
