-- The product album of a company.
create table product (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    name        text        not null check (char_length(name) between 1 and 60),
    number      text        not null check (char_length(number) <= 40),
    price       bigint check (price between 0 and 1000000000000), -- in the currency's smallest unit
    currency    text check (currency ~ '^[A-Z]{3}$'),
    description text        not null check (char_length(description) <= 1000),
    link        text        not null check (char_length(link) <= 500),
    pictures    bigint[]    not null check (cardinality(pictures) <= 9),
    picture_key text        not null unique, -- whoever knows it sees the pictures, while the product is on
    on_sale     boolean     not null,
    position    bigint      not null,
    search_text text        not null,
    version     integer     not null default 1,
    changed_by  bigint      not null references principal (id),
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    deleted_at  timestamptz,
    unique (org_id, id),
    check ((price is null) = (currency is null))
);
create index product_place_idx on product (org_id, position, id) where deleted_at is null;
create unique index product_number_key on product (org_id, number) where number <> '' and deleted_at is null;

-- What stands on business cards: of the company (owner null), and of each employee who chose for himself.
create table product_showcase (
    org_id     bigint      not null references org (id),
    owner_id   bigint references principal (id),
    mode       text        not null check (mode in ('COMPANY', 'NONE', 'CHOSEN', 'ALL')),
    products   bigint[]    not null check (cardinality(products) <= 9),
    may_choose boolean     not null, -- of the company: employees may choose for themselves
    changed_at timestamptz not null,
    unique nulls not distinct (org_id, owner_id),
    check (owner_id is not null or mode <> 'COMPANY')
);

-- A product in a conversation: sent or asked about, and what came of it.
create table product_place (
    org_id          bigint      not null references org (id),
    product_id      bigint      not null,
    conversation_id bigint      not null,
    sender_id       bigint      not null references principal (id), -- who sent it last
    last_seq        bigint      not null,
    sent            integer     not null,
    opens           integer     not null default 0,
    first_opened_at timestamptz,
    last_opened_at  timestamptz,
    primary key (org_id, product_id, conversation_id),
    foreign key (org_id, product_id) references product (org_id, id)
);

-- Counted by day of the company's zone. Sent and opened: in conversations; seen: on business cards; asked: by customers.
create table product_day (
    org_id     bigint  not null references org (id),
    product_id bigint  not null,
    day        date    not null,
    sent       integer not null default 0,
    opened     integer not null default 0,
    seen       integer not null default 0,
    asked      integer not null default 0,
    primary key (org_id, product_id, day),
    foreign key (org_id, product_id) references product (org_id, id)
);
create index product_day_idx on product_day (org_id, day);
