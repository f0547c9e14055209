import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyModel } from '@infinite-blob/money/money';
import type { Product as ProductModel } from './domain/product.ts';
import type { ProductPage as ProductPageModel, Edge as ProductEdgeModel } from './product-listing.ts';
import type { Suggestion as SuggestionModel } from './suggestions.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** ISO-8601 instant in UTC, such as 2026-11-23T08:15:30.000Z. */
  DateTime: { input: number; output: number; }
  /** Absolute http(s) URL. */
  URL: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** The currencies that prices can be asked in, by ISO 4217 code. */
export type CurrencyCode =
  /** Euro. */
  | 'EUR'
  /** Pound sterling. */
  | 'GBP'
  /** Indian rupee. */
  | 'INR'
  /** Japanese yen, which has no smaller unit. */
  | 'JPY'
  /** US dollar: what the catalogue is priced in. */
  | 'USD';

/** A public picture of an artwork: downscaled, with a discreet watermark. Its address never changes its content. */
export type Image = {
  __typename?: 'Image';
  /** What the picture shows, for those who cannot see it. */
  alt: Scalars['String']['output'];
  /** In pixels. */
  height: Scalars['Int']['output'];
  /** Tiny data URL to show while the image loads. */
  placeholder: Scalars['String']['output'];
  /** Where to fetch it; may be cached for ever. */
  url: Scalars['URL']['output'];
  /** In pixels. */
  width: Scalars['Int']['output'];
};

/** What a picture comes as. */
export type ImageFormat =
  /** In the fewest bytes; for browsers of 2021 and later. */
  | 'AVIF'
  /** For what is older than WebP or afraid of it: mail programs, link previews. */
  | 'JPEG'
  /** For all browsers. */
  | 'WEBP';

/** The sizes a picture comes in: at most 320, 720 and 1440 pixels on its longer side. */
export type ImageSize =
  /** For cards in a grid: at most 720 pixels. */
  | 'CARD'
  /** For the product's page: at most 1440 pixels. */
  | 'FULL'
  /** For lists and lines: at most 320 pixels. */
  | 'THUMBNAIL';

/** An exact amount of money. Never a float. */
export type Money = {
  __typename?: 'Money';
  /** In the currency's minor units: 1200 is $12.00, 1200 JPY is ¥1200. */
  amount: Scalars['Int']['output'];
  /** The currency that the amount is in. */
  currency: CurrencyCode;
  /** For people, in the asked locale (a BCP 47 tag): $12.00, 12,00 €. */
  formatted: Scalars['String']['output'];
};


/** An exact amount of money. Never a float. */
export type MoneyFormattedArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Takes an artwork off sale for good; it is still found by id and handle, and orders keep it. Needs the admin scope; without it: FORBIDDEN. */
  archiveProduct: ProductPayload;
  /** Puts a new artwork on sale. Needs the admin scope; without it: FORBIDDEN. */
  createProduct: ProductPayload;
  /** Changes an artwork. Needs the admin scope; without it: FORBIDDEN. */
  updateProduct: ProductPayload;
};


export type MutationArchiveProductArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateProductArgs = {
  input: ProductInput;
};


export type MutationUpdateProductArgs = {
  id: Scalars['ID']['input'];
  patch: ProductPatch;
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the page's last entry: pass it as `after`. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follow after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are some before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the page's first entry: pass it as `before`. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** An artwork for sale, as a file to download. */
export type Product = {
  __typename?: 'Product';
  /** False once archived: no longer sold, still named in orders. */
  available: Scalars['Boolean']['output'];
  /** When it came into the shop. */
  createdAt: Scalars['DateTime']['output'];
  /** A few sentences about it, as plain text. */
  description: Scalars['String']['output'];
  /** How many times it has been bought: the quantities of all paid orders. A refund takes nothing back. */
  downloads: Scalars['Int']['output'];
  /** Unique, readable, stable: 'moon-night'. */
  handle: Scalars['String']['output'];
  /** Opaque and stable. */
  id: Scalars['ID']['output'];
  /** Its picture in the asked size. */
  image: Image;
  /** Its title. */
  name: Scalars['String']['output'];
  /** The original's key in the file store, for the services of the shop alone. */
  original: Scalars['String']['output'];
  /**
   * In the asked currency; the catalogue is priced in USD. It is converted at the shop's rates and rounded half up to the
   * minor unit (a cent, a whole yen), of which it is always at least one.
   */
  price: Money;
  /** Words that describe it, lower case. Filter by them with `ProductFilter.tags`. */
  tags: Array<Scalars['String']['output']>;
};


/** An artwork for sale, as a file to download. */
export type ProductImageArgs = {
  format?: InputMaybe<ImageFormat>;
  size?: InputMaybe<ImageSize>;
};


/** An artwork for sale, as a file to download. */
export type ProductPriceArgs = {
  currency?: InputMaybe<CurrencyCode>;
};

/** A page of products. */
export type ProductConnection = {
  __typename?: 'ProductConnection';
  /** The search spelled right, where no product has what was typed: the result is for it. */
  correctedSearch?: Maybe<Scalars['String']['output']>;
  /** A search that would find something, where this one finds nothing. */
  didYouMean?: Maybe<Scalars['String']['output']>;
  /** The page's products with their cursors. */
  edges: Array<ProductEdge>;
  /** The page's products. */
  nodes: Array<Product>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** Counts over the whole result, not the page; most frequent first. */
  tagFacets: Array<TagFacet>;
  /** Products in the whole result. RELEVANCE and MOST_DOWNLOADED page through the first 1,000 of them. */
  totalCount: Scalars['Int']['output'];
};


/** A page of products. */
export type ProductConnectionTagFacetsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A product and its place in the list. */
export type ProductEdge = {
  __typename?: 'ProductEdge';
  /** Its place: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The product. */
  node: Product;
};

/** Why a product could not be created or changed. */
export type ProductErrorCode =
  /** Another product has this handle. */
  | 'HANDLE_TAKEN'
  /** The image is not base64, no PNG, JPEG or WebP, animated, too large, or damaged. */
  | 'INVALID_IMAGE'
  /** Another argument is out of range; `field` names it. */
  | 'INVALID_INPUT'
  /** The price is not a positive amount, or too high. */
  | 'INVALID_PRICE'
  /** There is no product with this id. */
  | 'PRODUCT_NOT_FOUND';

/** Narrows a list of products; all conditions must hold. */
export type ProductFilter = {
  /** USD minor units, inclusive. */
  maxPrice?: InputMaybe<Scalars['Int']['input']>;
  /** USD minor units, inclusive. */
  minPrice?: InputMaybe<Scalars['Int']['input']>;
  /** Products that have every one of these tags. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A new artwork. */
export type ProductInput = {
  /** Up to 5,000 characters of plain text. */
  description: Scalars['String']['input'];
  /** Lower-case letters, digits and hyphens; made from the name when left out. Never changes afterwards. */
  handle?: InputMaybe<Scalars['String']['input']>;
  /**
   * The original image, base64: a still PNG, JPEG or WebP of at most 20 MB and 50 million pixels; sizes are made from it.
   * Without one the product gets a plain picture.
   */
  image?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 120 characters. */
  name: Scalars['String']['input'];
  /** USD minor units. */
  price: Scalars['Int']['input'];
  /** Up to 20 tags of 1 to 40 characters. */
  tags: Array<Scalars['String']['input']>;
};

/** What to change of an artwork; what is left out, or null, stays. Nothing to change is no error, and tells nobody. */
export type ProductPatch = {
  /** Up to 5,000 characters of plain text. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** A new original image, as in `ProductInput`. */
  image?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 120 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** USD minor units. */
  price?: InputMaybe<Scalars['Int']['input']>;
  /** Replaces all tags: up to 20, of 1 to 40 characters. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** The outcome of a change to a product. */
export type ProductPayload = {
  __typename?: 'ProductPayload';
  /** The product as it is now; null when there are errors. */
  product?: Maybe<Product>;
  /** Empty when all went well. */
  userErrors: Array<ProductUserError>;
};

/** The order of a list of products. */
export type ProductSort =
  /** Bought most often first. Since purchases move this order and RELEVANCE, their pages are of the list as it was at the first one, for ten minutes; then the cursor is CURSOR_EXPIRED. */
  | 'MOST_DOWNLOADED'
  /** By name, A to Z. */
  | 'NAME'
  /** Latest first; the default without `search`. */
  | 'NEWEST'
  /** Cheapest first. */
  | 'PRICE_ASC'
  /** Dearest first. */
  | 'PRICE_DESC'
  /** Best match first: a name over a tag over a description, then those bought most often. The default with `search`. */
  | 'RELEVANCE';

/** Something about the call that must be mended first; nothing was changed. */
export type ProductUserError = {
  __typename?: 'ProductUserError';
  /** For programs. */
  code: ProductErrorCode;
  /** The argument at fault, as a path. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** For people. */
  message: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** One product, by its id or its handle: give exactly one of them. */
  product?: Maybe<Product>;
  /** Searches and lists the artworks for sale. At most 100 a page; a value out of range is BAD_USER_INPUT. */
  products?: Maybe<ProductConnection>;
  /** What a search that is being typed may become, the most popular first; none for a text without letters and digits. */
  suggestions?: Maybe<Array<Suggestion>>;
};


export type QueryProductArgs = {
  handle?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<ProductSort>;
};


export type QuerySuggestionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  prefix: Scalars['String']['input'];
};

/** What a search may become: a tag, or the name of an artwork. */
export type Suggestion = {
  __typename?: 'Suggestion';
  /** The artwork, where it is the name of one. */
  product?: Maybe<Product>;
  /** The tag, where it is one: pass it in `ProductFilter.tags`. */
  tag?: Maybe<Scalars['String']['output']>;
  /** What to search for. */
  text: Scalars['String']['output'];
};

/** A tag and how many products of the result have it. */
export type TagFacet = {
  __typename?: 'TagFacet';
  /** Products of the whole result that have it. */
  count: Scalars['Int']['output'];
  /** The tag. */
  tag: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Product: Product;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Product:
    ( { __typename: 'Product' }
    & ( GraphQLRecursivePick<FederationTypes['Product'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Product'], {"handle":true}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CurrencyCode: CurrencyCode;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Image: ResolverTypeWrapper<Image>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ImageFormat: ImageFormat;
  ImageSize: ImageSize;
  Money: ResolverTypeWrapper<MoneyModel>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PageInfo: ResolverTypeWrapper<ProductPageModel>;
  Product: ResolverTypeWrapper<ProductModel>;
  ProductConnection: ResolverTypeWrapper<ProductPageModel>;
  ProductEdge: ResolverTypeWrapper<ProductEdgeModel>;
  ProductErrorCode: ProductErrorCode;
  ProductFilter: ProductFilter;
  ProductInput: ProductInput;
  ProductPatch: ProductPatch;
  ProductPayload: ResolverTypeWrapper<Omit<ProductPayload, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  ProductSort: ProductSort;
  ProductUserError: ResolverTypeWrapper<ProductUserError>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Suggestion: ResolverTypeWrapper<SuggestionModel>;
  TagFacet: ResolverTypeWrapper<TagFacet>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Image: Image;
  String: Scalars['String']['output'];
  Money: MoneyModel;
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  PageInfo: ProductPageModel;
  Product: ProductModel;
  ProductConnection: ProductPageModel;
  ProductEdge: ProductEdgeModel;
  ProductFilter: ProductFilter;
  ProductInput: ProductInput;
  ProductPatch: ProductPatch;
  ProductPayload: Omit<ProductPayload, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  ProductUserError: ProductUserError;
  Query: Record<PropertyKey, never>;
  Suggestion: SuggestionModel;
  TagFacet: TagFacet;
  URL: Scalars['URL']['output'];
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  placeholder?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  formatted?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MoneyFormattedArgs, 'locale'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  archiveProduct?: Resolver<ResolversTypes['ProductPayload'], ParentType, ContextType, RequireFields<MutationArchiveProductArgs, 'id'>>;
  createProduct?: Resolver<ResolversTypes['ProductPayload'], ParentType, ContextType, RequireFields<MutationCreateProductArgs, 'input'>>;
  updateProduct?: Resolver<ResolversTypes['ProductPayload'], ParentType, ContextType, RequireFields<MutationUpdateProductArgs, 'id' | 'patch'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  available?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  downloads?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  handle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  image?: Resolver<ResolversTypes['Image'], ParentType, ContextType, RequireFields<ProductImageArgs, 'size'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  original?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType, RequireFields<ProductPriceArgs, 'currency'>>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  correctedSearch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  didYouMean?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  tagFacets?: Resolver<Array<ResolversTypes['TagFacet']>, ParentType, ContextType, RequireFields<ProductConnectionTagFacetsArgs, 'first'>>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductPayload'] = ResolversParentTypes['ProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ProductUserError']>, ParentType, ContextType>;
};

export type ProductUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductUserError'] = ResolversParentTypes['ProductUserError']> = {
  code?: Resolver<ResolversTypes['ProductErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, Partial<QueryProductArgs>>;
  products?: Resolver<Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, RequireFields<QueryProductsArgs, 'first'>>;
  suggestions?: Resolver<Maybe<Array<ResolversTypes['Suggestion']>>, ParentType, ContextType, RequireFields<QuerySuggestionsArgs, 'first' | 'prefix'>>;
};

export type SuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Suggestion'] = ResolversParentTypes['Suggestion']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TagFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TagFacet'] = ResolversParentTypes['TagFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Image?: ImageResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductPayload?: ProductPayloadResolvers<ContextType>;
  ProductUserError?: ProductUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Suggestion?: SuggestionResolvers<ContextType>;
  TagFacet?: TagFacetResolvers<ContextType>;
  URL?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
