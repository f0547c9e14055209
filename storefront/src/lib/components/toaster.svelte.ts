import { getContext, setContext } from 'svelte';

export interface Toast {
	id: number;
	text: string;
	tone: 'news' | 'problem';
	link?: { href: string; label: string };
}

const shownMs = 7_000;
const key = Symbol('toaster');

/** The short messages at the page's edge, said aloud to screen readers. */
export class Toaster {
	toasts = $state<Toast[]>([]);
	#next = 0;

	say(text: string, link?: Toast['link']): void {
		this.#show({ text, tone: 'news', ...(link ? { link } : {}) });
	}

	/** Something failed: the text says what to do. It stays until it is dismissed. */
	warn(text: string): void {
		this.#show({ text, tone: 'problem' });
	}

	/** News is about the page it appeared on; a problem stays until it is read. */
	leavePage(): void {
		this.toasts = this.toasts.filter(({ tone }) => tone === 'problem');
	}

	dismiss(id: number): void {
		this.toasts = this.toasts.filter((toast) => toast.id !== id);
	}

	#show(toast: Omit<Toast, 'id'>): void {
		const id = this.#next++;
		const others = this.toasts.filter(({ text }) => text !== toast.text);
		this.toasts = [...others.slice(-2), { ...toast, id }];
		if (toast.tone === 'news') setTimeout(() => this.dismiss(id), shownMs);
	}
}

export function provideToaster(): Toaster {
	return setContext(key, new Toaster());
}

export function useToaster(): Toaster {
	return getContext<Toaster>(key);
}
