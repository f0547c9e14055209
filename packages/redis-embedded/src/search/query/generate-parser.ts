import { readFileSync, writeFileSync } from 'node:fs';
import peggy from 'peggy';

const grammar = new URL('query.peggy', import.meta.url);
const parser = new URL('query-parser.generated.ts', import.meta.url);

/** The parser's source as the grammar makes it. Generating takes 80 ms, too long to do at every start. */
export function generateParser(): string {
	const source = peggy.generate(readFileSync(grammar, 'utf8'), { output: 'source', format: 'es' });
	return `// @ts-nocheck Generated from query.peggy by \`npm run generate\`.\n${source}`;
}

if (import.meta.main) writeFileSync(parser, generateParser());
