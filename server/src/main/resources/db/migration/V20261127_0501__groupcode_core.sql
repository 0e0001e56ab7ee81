-- Codes by which customers come into groups: docs/decisions/0023.
create table groupcode (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    code        text        not null unique check (code ~ '^[A-Za-z0-9]{12}$'),
    owner_id    bigint      not null references principal (id),
    title       text        not null check (char_length(title) <= 30),
    remark      text        not null check (char_length(remark) <= 30),
    state       text        not null check (char_length(state) <= 30),
    auto_create boolean     not null,
    base_name   text        not null check (char_length(base_name) <= 50),
    next_number integer     not null check (next_number >= 1),
    auto_most   integer     not null check (auto_most between 1 and 100),
    tags        text[]      not null,
    ends_at     timestamptz,
    full_at     timestamptz,                          -- somebody found no room
    version     integer     not null default 1,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    deleted_at  timestamptz,
    unique (org_id, id)
);
create index groupcode_list_idx on groupcode (org_id, id desc) where deleted_at is null;

-- Its groups, in the order in which they fill.
create table groupcode_group (
    org_id   bigint  not null,
    code_id  bigint  not null,
    place    integer not null,
    group_id bigint  not null,                        -- of the module customergroup
    auto     boolean not null,                        -- the code opened it
    primary key (org_id, code_id, place),
    unique (org_id, code_id, group_id),
    foreign key (org_id, code_id) references groupcode (org_id, id)
);
create index groupcode_group_idx on groupcode_group (org_id, group_id);
