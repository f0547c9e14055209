import path from 'node:path';
import colors from 'picocolors';
import type { MovedPort } from './choose-ports.ts';

export interface Addresses {
	environment: Record<string, string | undefined>;
	moved: MovedPort[];
	/** The shop's own Redis and mail server run. */
	embedded: { redis: boolean; mail: boolean };
	dataDir: string;
}

/** The one table that the start ends with: where everything is. */
export function addressTable({ environment, moved, embedded, dataDir }: Addresses): string {
	const gateway = environment.PUBLIC_GATEWAY_URL;
	const folder = path.relative(process.cwd(), dataDir);
	const shown = folder.startsWith('..') ? dataDir : folder || '.';
	const rows: [string, string][] = [
		['Shop', `${environment.PUBLIC_STOREFRONT_URL}`],
		['GraphQL', `${gateway}/graphql`],
		...(hasPlayground(environment) ? [['Playground', `${gateway}/playground`] as [string, string]] : []),
		['Mail', embedded.mail ? `http://localhost:${environment.MAIL_UI_PORT}` : 'goes to SMTP_URL'],
		['Redis', embedded.redis ? `${environment.REDIS_URL} (embedded)` : 'the one named by REDIS_URL'],
		['Data', shown],
		[
			'Admin',
			environment.ADMIN_TOKEN
				? 'the token in ADMIN_TOKEN'
				: `ADMIN_TOKEN in ${path.join(shown, 'secrets.json')}`,
		],
	];
	const lines = rows.map(([name, address]) => `  ${colors.dim(name.padEnd(12))}${address}`);
	const notes = moved.map(
		({ setting, from, to }) => `  ${colors.yellow(`Port ${from} is taken: ${setting} is ${to} this time.`)}`,
	);
	return [
		'',
		`  ${colors.bold('Infinite Blob')} is open.`,
		'',
		...lines,
		...(notes.length > 0 ? ['', ...notes] : []),
		'',
		`  ${colors.dim('Ctrl-C stops everything; what was bought is kept.')}`,
		'',
	].join('\n');
}

/** It is on unless the shop is hardened, where it has to be asked for. */
function hasPlayground({ NODE_ENV, PLAYGROUND }: Addresses['environment']): boolean {
	return PLAYGROUND ? PLAYGROUND === '1' || PLAYGROUND === 'true' : NODE_ENV !== 'production';
}
