import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from './project-root.ts';
import { developmentSecrets, isSecretName } from './secrets.ts';

/** One or more settings are missing or malformed. The message names all of them in one line. */
export class SettingsError extends Error {
	override name = 'SettingsError';
}

type Environment = Record<string, string | undefined>;

/**
 * Reads and validates a service's settings, once, at its start. In development, secrets that are not set are made
 * and kept in the data folder; with NODE_ENV=production each must be set.
 *
 * @param shape the settings by their environment names, each a zod type (see `setting`)
 * @throws SettingsError naming every problem at once
 */
export function readSettings<Shape extends z.ZodRawShape>(
	shape: Shape,
	environment: Environment = loadEnvironment(),
): z.output<z.ZodObject<Shape>> {
	const names = Object.keys(shape);
	const given = Object.fromEntries(names.map((name) => [name, environment[name] || undefined]));
	if (!isProduction(environment)) {
		const missing = names.filter((name) => isSecretName(name) && given[name] === undefined);
		if (missing.length > 0) {
			const made = secretsIn(dataFolder(environment.DATA_DIR));
			for (const name of missing) if (isSecretName(name)) given[name] = made[name];
		}
	}
	const parsed = z.object(shape).safeParse(given);
	if (parsed.success) return parsed.data;
	const problems = new Set(
		parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}`),
	);
	throw new SettingsError(`${[...problems].join('; ')}.`);
}

function secretsIn(folder: string): Record<string, string> {
	try {
		return developmentSecrets(folder);
	} catch (error) {
		throw new SettingsError(`DATA_DIR: ${folder} cannot be used (${(error as Error).message}).`);
	}
}

/** Whether the hardened mode is on: no made-up secrets, introspection and playground off unless asked for. */
export function isProduction(environment: Environment = process.env): boolean {
	return environment.NODE_ENV === 'production';
}

/** The process's environment, with the project's `.env` file below it where there is one. */
export function loadEnvironment(): Environment {
	const file = path.join(projectRoot, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
	return process.env;
}

/** The absolute data folder; a relative one counts from the project's root, wherever the process was started. */
export function dataFolder(given: string | undefined): string {
	return path.resolve(projectRoot, given || '.data');
}
