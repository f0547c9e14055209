import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { Command } from './engine/command.ts';

const folder = new URL('commands/', import.meta.url);
const readme = new URL('../README.md', import.meta.url);
const MARKED = /(<!-- commands: .*? -->\n)[\s\S]*?(<!-- \/commands -->)/;

/** The README with the table of commands as the folder has them. */
export async function readmeWithCommands(): Promise<{ current: string; expected: string }> {
	const current = await readFile(readme, 'utf8');
	const rows: string[] = [];
	for (const family of (await readdir(folder)).sort()) {
		const files = (await readdir(new URL(`${family}/`, folder))).filter((file) => !file.endsWith('.test.ts'));
		const modules: { command?: Command }[] = await Promise.all(
			files.map((file) => import(new URL(`${family}/${file}`, folder).href)),
		);
		const names = modules.flatMap(({ command }) => command?.name ?? []).sort();
		rows.push(`| ${family} | ${names.join(', ')} |\n`);
	}
	const table = `| Family | Commands |\n|---|---|\n${rows.join('')}`;
	return { current, expected: current.replace(MARKED, `$1${table}$2`) };
}

if (import.meta.main) await writeFile(readme, (await readmeWithCommands()).expected);
