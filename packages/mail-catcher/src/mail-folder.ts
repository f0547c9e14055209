import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CaughtMail, type MailEnvelope, parseMail } from './mail.ts';

/** Mails on disk, one .eml file each, which mail programs can open. */
export class MailFolder {
	readonly #folder: string;

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** The newest mails, oldest first. */
	async load(count: number): Promise<CaughtMail[]> {
		await mkdir(this.#folder, { recursive: true });
		const ids = (await readdir(this.#folder))
			.flatMap((name) => /^(\d+)\.eml$/.exec(name)?.[1] ?? [])
			.sort((a, b) => Number(a) - Number(b))
			.slice(-count);
		return Promise.all(
			ids.map(async (id) => {
				const [envelope, raw] = splitEnvelope(await readFile(this.#file(id)));
				return parseMail(id, envelope, raw);
			}),
		);
	}

	async save(id: string, envelope: MailEnvelope, raw: Uint8Array): Promise<void> {
		const draft = `${this.#file(id)}.draft`;
		await writeFile(draft, [envelopeHeader(envelope), raw]);
		await rename(draft, this.#file(id));
	}

	async remove(id: string): Promise<void> {
		await rm(this.#file(id), { force: true });
	}

	#file(id: string): string {
		return path.join(this.#folder, `${id}.eml`);
	}
}

const headerName = 'X-Envelope';

/** The envelope as a header in front of the mail's own. */
function envelopeHeader(envelope: MailEnvelope): Buffer {
	return Buffer.from(`${headerName}: ${Buffer.from(JSON.stringify(envelope)).toString('base64')}\r\n`);
}

function splitEnvelope(file: Buffer): [MailEnvelope, Buffer] {
	const end = file.indexOf('\r\n');
	const value = file.subarray(headerName.length + 2, end).toString();
	return [JSON.parse(Buffer.from(value, 'base64').toString()) as MailEnvelope, file.subarray(end + 2)];
}
