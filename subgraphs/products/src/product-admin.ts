import { UserErrors } from '@infinite-blob/subgraph/user-error';
import { imageBytes } from './domain/image-bytes.ts';
import { InvalidImage } from './domain/invalid-image.ts';
import type { Picture } from './domain/picture.ts';
import type { NewProduct, Product, ProductDetails } from './domain/product.ts';
import { withDetails } from './domain/product-document.ts';
import { ProductError } from './domain/product-error.ts';
import { checkDetails, checkHandle, type Problem } from './domain/product-rules.ts';
import type { ImageIntake } from './image-intake.ts';
import type { ProductRepository } from './product-repository.ts';
import type { ProductInput, ProductPatch } from './schema.generated.ts';

/** How often a handle made from a name gets another number before the admin has to choose one. */
const maxNumber = 50;

/** What an admin does with the catalogue. */
export class ProductAdmin {
	readonly #products: ProductRepository;
	readonly #images: ImageIntake;
	readonly #now: () => number;

	constructor(products: ProductRepository, images: ImageIntake, now: () => number) {
		this.#products = products;
		this.#images = images;
		this.#now = now;
	}

	async create(input: ProductInput, causation: string): Promise<Product> {
		const { details, problems } = checkDetails(input);
		const { handle, problems: handleProblems } = checkHandle(input.handle, input.name);
		refuse('input', [...problems, ...handleProblems]);
		const isAsked = input.handle != null;
		// Before the image is kept in vain.
		if (isAsked && (await this.#products.byHandles([handle]))[0]) throw taken(handle);
		const picture =
			input.image == null
				? await this.#images.takePlain(handle)
				: await this.#picture(input.image, ['input', 'image']);
		const draft = { ...(details as ProductDetails), picture, createdAt: this.#now() };
		const numbered = isAsked ? 1 : maxNumber;
		for (let number = 1; number <= numbered; number++) {
			const candidate = number === 1 ? handle : `${handle}-${number}`;
			const product = await this.#products.create({ ...draft, handle: candidate } as NewProduct, causation);
			if (product) return product;
		}
		throw taken(handle);
	}

	async update(id: string, patch: ProductPatch, causation: string): Promise<Product> {
		const { details, problems } = checkDetails(patch);
		refuse('patch', problems);
		const [known] = await this.#products.byIds([id]);
		if (!known) throw notFound();
		const picture = patch.image == null ? undefined : await this.#picture(patch.image, ['patch', 'image']);
		const changes = picture ? { ...details, picture } : details;
		const product = await this.#products.change(id, 'updated', causation, (before) =>
			withDetails(before, changes),
		);
		if (!product) throw notFound();
		return product;
	}

	/** Archiving what is archived already changes nothing. */
	async archive(id: string, causation: string): Promise<Product> {
		const product = await this.#products.change(id, 'archived', causation, (before) => ({
			...before,
			available: false,
		}));
		if (!product) throw notFound();
		return product;
	}

	async #picture(base64: string, field: string[]): Promise<Picture> {
		try {
			return await this.#images.take(imageBytes(base64));
		} catch (error) {
			if (!(error instanceof InvalidImage)) throw error;
			throw new ProductError('INVALID_IMAGE', error.message, field);
		}
	}
}

function refuse(argument: string, problems: Problem[]): void {
	if (problems.length === 0) return;
	throw new UserErrors(
		problems.map(({ code, field, message }) => new ProductError(code, message, [argument, field])),
	);
}

function taken(handle: string): ProductError {
	return new ProductError('HANDLE_TAKEN', `Another product has the handle ${handle}.`, ['input', 'handle']);
}

function notFound(): ProductError {
	return new ProductError('PRODUCT_NOT_FOUND', 'There is no product with this id.', ['id']);
}
