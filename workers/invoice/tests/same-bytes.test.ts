import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { renderInvoice } from '../src/pdf/render-invoice.ts';
import { anInvoice, of } from './an-invoice.ts';

const run = promisify(execFile);

test('another process renders the same bytes, so that it does not matter which replica was first', async () => {
	const invoice = anInvoice(of('伟 é', '田中'), { name: 'VAT', ratePercent: 21 });
	const renderer = new URL('../src/pdf/render-invoice.ts', import.meta.url).href;
	const script = `
		const { renderInvoice } = await import(${JSON.stringify(renderer)});
		const pdf = await renderInvoice(JSON.parse(process.argv[1]));
		process.stdout.write(Buffer.from(pdf).toString('base64'));`;
	const args = ['--input-type=module', '-e', script, JSON.stringify(invoice)];
	const { stdout } = await run(process.execPath, args, { maxBuffer: 10_000_000 });
	expect(stdout).toBe(Buffer.from(await renderInvoice(invoice)).toString('base64'));
});
