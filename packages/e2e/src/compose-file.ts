import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';
import { parse } from 'yaml';

/** A service of docker-compose.yaml, as far as the shop's own services use the format. */
export interface ComposeService {
	image: string;
	build?: { context: string; args: { SERVICE: string } };
	command: string[];
	environment: Record<string, string>;
	volumes?: string[];
	ports?: string[];
	depends_on?: Record<string, { condition: string }>;
	healthcheck: { test: string[] };
}

export interface ComposeFile {
	services: Record<string, ComposeService>;
	volumes: Record<string, unknown>;
}

/** docker-compose.yaml with its anchors merged and its variables replaced by their defaults. */
export function readComposeFile(): ComposeFile {
	const text = readFileSync(path.join(projectRoot, 'docker-compose.yaml'), 'utf8');
	return parse(
		text.replaceAll(/\$\{\w+:-([^}]*)\}/g, (_, byDefault: string) => byDefault),
		{ merge: true },
	);
}
