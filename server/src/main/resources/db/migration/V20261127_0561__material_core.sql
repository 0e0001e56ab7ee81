-- The library from which employees answer customers: of the company (owner null), and of each employee.
create table material_folder (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    owner_id   bigint references principal (id),
    name       text        not null check (char_length(name) between 1 and 30),
    created_at timestamptz not null,
    unique (org_id, id)
);
create index material_folder_owner_idx on material_folder (org_id, owner_id, id);

create table material (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    owner_id    bigint references principal (id),
    folder_id   bigint,
    kind        text        not null check (kind in ('TEXT', 'PICTURE', 'FILE', 'LINK', 'ARTICLE')),
    title       text        not null check (char_length(title) between 1 and 80),
    text        text        not null check (char_length(text) <= 20000),
    url         text        not null check (char_length(url) <= 500),
    file_id     bigint, -- the picture or file itself; the cover of an article or link
    search_text text        not null,
    uses        integer     not null default 0,
    opens       integer     not null default 0,
    version     integer     not null default 1,
    changed_by  bigint      not null references principal (id),
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    deleted_at  timestamptz,
    unique (org_id, id),
    foreign key (org_id, folder_id) references material_folder (org_id, id),
    check ((url <> '') = (kind = 'LINK')),
    check (kind not in ('PICTURE', 'FILE') or file_id is not null)
);
create index material_owner_idx on material (org_id, owner_id, id desc) where deleted_at is null;
create index material_folder_idx on material (org_id, folder_id, id desc) where deleted_at is null;

-- One use in a conversation. What customers open (links, articles) is a card about this row.
create table material_send (
    id              bigint generated always as identity primary key,
    org_id          bigint      not null references org (id),
    material_id     bigint      not null,
    conversation_id bigint      not null,
    sender_id       bigint      not null references principal (id),
    client_key      text        not null,
    seq             bigint, -- of the message; null until it is stored
    sent_at         timestamptz not null,
    opens           integer     not null default 0,
    seconds         integer     not null default 0,
    last_opened_at  timestamptz,
    unique (org_id, id),
    unique (org_id, sender_id, client_key),
    foreign key (org_id, material_id) references material (org_id, id)
);
create index material_send_material_idx on material_send (org_id, material_id, id desc) where seq is not null;
create index material_send_place_idx on material_send (org_id, conversation_id, id desc) where seq is not null;

-- A customer opened it, and so long it stayed open before him.
create table material_open (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    send_id     bigint      not null,
    customer_id bigint      not null references principal (id),
    opened_at   timestamptz not null,
    seconds     integer     not null default 0 check (seconds between 0 and 3600),
    unique (org_id, id),
    foreign key (org_id, send_id) references material_send (org_id, id)
);
create index material_open_send_idx on material_open (org_id, send_id, id desc);
