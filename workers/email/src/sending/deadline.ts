/** How long the mail server may take, in milliseconds. */
export interface MailPatience {
	/** To take a mail: from the connection to the last of its bytes. */
	handOverMs: number;
	/**
	 * To answer then. It may have taken the mail, whose reader would get it twice if we hurried: servers that look
	 * through mails before they answer take minutes, and RFC 5321 (4.5.3.2.6) grants them ten.
	 */
	answerMs: number;
}

export const mailPatience: MailPatience = { handOverMs: 30_000, answerMs: 300_000 };

/** When to give up on one mail: `signal` aborts then, with an error that says what was waited for. */
export class Deadline implements Disposable {
	readonly #abort = new AbortController();
	readonly #patience: MailPatience;
	#timer: NodeJS.Timeout;

	constructor(patience: MailPatience) {
		this.#patience = patience;
		this.#timer = this.#giveUpAfter(patience.handOverMs, 'take the mail');
	}

	get signal(): AbortSignal {
		return this.#abort.signal;
	}

	/** The last byte is on its way: from here on the answer is waited for. */
	handedOver(): void {
		clearTimeout(this.#timer);
		this.#timer = this.#giveUpAfter(this.#patience.answerMs, 'say whether it took the mail');
	}

	[Symbol.dispose](): void {
		clearTimeout(this.#timer);
	}

	#giveUpAfter(ms: number, what: string): NodeJS.Timeout {
		const problem = new Error(`the mail server did not ${what} within ${ms / 1_000} s`);
		return setTimeout(() => this.#abort.abort(problem), ms);
	}
}
