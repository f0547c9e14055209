// Answers every POST with one of the answers in a file, drawn at random, as cheaply as Node can: what no gateway in Node
// can be cheaper than. Arguments: port, file.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { oneOf } from './queries.ts';

const [port, file] = process.argv.slice(2);
const answers: string[] = JSON.parse(readFileSync(file!, 'utf8'));

createServer((request, response) => {
	const chunks: Buffer[] = [];
	request.on('data', (chunk) => chunks.push(chunk));
	request.on('end', () => {
		JSON.parse(Buffer.concat(chunks).toString());
		response.setHeader('content-type', 'application/json; charset=utf-8');
		response.end(oneOf(answers));
	});
}).listen(Number(port), '127.0.0.1');
