import { EventEmitter } from 'node:events';
import { type CaughtMail, type Mail, type MailEnvelope, parseMail } from './mail.ts';
import type { MailFolder } from './mail-folder.ts';

const capacity = 500;

/** The last 500 mails that were caught, kept in a folder as well where there is one. */
export class Mailbox {
	readonly #changes = new EventEmitter();
	/** Oldest first. */
	readonly #mails = new Map<string, CaughtMail>();
	readonly #folder: MailFolder | undefined;
	#lastId = 0;

	private constructor(folder: MailFolder | undefined) {
		this.#folder = folder;
		this.#changes.setMaxListeners(0);
	}

	static async open(folder?: MailFolder): Promise<Mailbox> {
		const mailbox = new Mailbox(folder);
		for (const caught of (await folder?.load(capacity)) ?? []) mailbox.#keep(caught);
		return mailbox;
	}

	/** Catches a mail; it is on disk when this has finished. */
	async add(envelope: MailEnvelope, raw: Uint8Array): Promise<void> {
		this.#lastId = Math.max(Date.now(), this.#lastId + 1);
		const id = String(this.#lastId);
		const caught = await parseMail(id, envelope, raw);
		await this.#folder?.save(id, envelope, raw);
		this.#keep(caught);
		for (const oldest of [...this.#mails.keys()].slice(0, -capacity)) {
			this.#mails.delete(oldest);
			await this.#folder?.remove(oldest);
		}
		this.#changes.emit('change');
	}

	/** Newest first. */
	list(): Mail[] {
		return [...this.#mails.values()].map(({ mail }) => mail).sort((a, b) => Number(b.id) - Number(a.id));
	}

	find(id: string): CaughtMail | undefined {
		return this.#mails.get(id);
	}

	/** Calls back after each mail. @returns what ends that */
	onChange(listener: () => void): () => void {
		this.#changes.on('change', listener);
		return () => this.#changes.off('change', listener);
	}

	#keep(caught: CaughtMail): void {
		this.#mails.set(caught.mail.id, caught);
		this.#lastId = Math.max(this.#lastId, Number(caught.mail.id));
	}
}
