import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { allSettings } from '../src/settings-in-code.ts';

const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8');
const readme = read('README.md');
const rows = readme.split('## Settings')[1]!.split('###')[0]!.split('\n');
const named = rows.flatMap((row) =>
	[...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name!),
);

test('the table of settings has every setting that is read, and no other', () => {
	const settings = [...allSettings()];
	expect(named.toSorted()).toEqual(settings.toSorted());
});

test('the example environment has only settings that are read', () => {
	const names = [...read('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name!);
	expect(names.length).toBeGreaterThan(10);
	expect(named).toEqual(expect.arrayContaining(names));
});

test('the walk-through is valid in the public API', () => {
	const schema = buildSchema(read('gateway/api.graphql'));
	const operations = [...readme.matchAll(/```graphql\n([^`]+)```/g)].map(([, operation]) => operation!);
	expect(operations).toHaveLength(7);
	for (const operation of operations) expect(validate(schema, parse(operation)), operation).toEqual([]);
});

test('every link to a file leads to one', () => {
	const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target!);
	for (const target of targets) expect(existsSync(path.join(projectRoot, target)), target).toBe(true);
});

test('every npm script that it names exists', () => {
	const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
	const used = [...readme.matchAll(/^npm run ([\w:]+)/gm)].map(([, name]) => name!);
	expect(Object.keys(scripts)).toEqual(expect.arrayContaining(used));
});
