import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Every secret of the shop: what signs sessions, service calls and links, and what the admin sends. */
export const secretNames = ['SESSION_SECRET', 'SERVICE_SECRET', 'LINK_SECRET', 'ADMIN_TOKEN'] as const;
/** The setting of one secret. */
export type SecretName = (typeof secretNames)[number];

/** Whether a setting is a secret, to be made in development. */
export function isSecretName(name: string): name is SecretName {
	return (secretNames as readonly string[]).includes(name);
}

/**
 * The secrets of a development shop: made at first need, kept in `secrets.json` in the data folder, readable by
 * its owner alone. Processes that start together agree on the first one written.
 */
export function developmentSecrets(folder: string): Record<SecretName, string> {
	const file = path.join(folder, 'secrets.json');
	return readSecrets(file) ?? makeSecrets(folder, file);
}

function readSecrets(file: string): Record<SecretName, string> | undefined {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Record<SecretName, string>;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
}

function makeSecrets(folder: string, file: string): Record<SecretName, string> {
	makeFolder(folder);
	const draft = path.join(folder, `secrets-${process.pid}-${randomBytes(4).toString('hex')}.json`);
	const made = Object.fromEntries(secretNames.map((name) => [name, randomBytes(32).toString('base64url')]));
	writeFileSync(draft, `${JSON.stringify(made, null, '\t')}\n`, { mode: 0o600 });
	try {
		// A link fails where the file exists, so that only the first of several processes wins.
		linkSync(draft, file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	} finally {
		rmSync(draft, { force: true });
	}
	return JSON.parse(readFileSync(file, 'utf8')) as Record<SecretName, string>;
}
