import type { CaughtMail } from './world.ts';

interface ApiMail {
	id: string;
	messageId: string | null;
	to: string[];
	attachments: { name: string }[];
}

const everyMs = 8_000;

/** What arrives at the customers': looked at often enough, since the mailbox keeps the last 500 mails alone. */
export class CustomersMailbox implements Disposable {
	readonly #url: string;
	readonly #mails = new Map<string, CaughtMail>();
	readonly #timer: NodeJS.Timeout;

	/** @param url where the mail catcher's pages are */
	constructor(url: string) {
		this.#url = url;
		this.#timer = setInterval(() => void this.#look().catch(() => {}), everyMs);
	}

	/** Every mail that ever arrived, each copy by itself. */
	async all(): Promise<CaughtMail[]> {
		await this.#look();
		return [...this.#mails.values()];
	}

	async #look(): Promise<void> {
		const response = await fetch(`${this.#url}/api/mails`, { signal: AbortSignal.timeout(10_000) });
		for (const { id, messageId, to, attachments } of (await response.json()) as ApiMail[]) {
			this.#mails.set(id, {
				messageId: messageId ?? '',
				to: to.join(),
				attachments: attachments.map(({ name }) => name),
			});
		}
	}

	[Symbol.dispose](): void {
		clearInterval(this.#timer);
	}
}
