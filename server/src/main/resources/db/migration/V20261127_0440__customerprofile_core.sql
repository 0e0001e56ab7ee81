-- What a company makes of its customers: tags, stages, attributes, notes, tasks, lists. docs/decisions/0021 explains it.

-- Stages and attributes as the administrators want them. Absent: the shipped ones.
create table customerprofile_setting (
    org_id     bigint primary key references org (id),
    stages     jsonb       not null,
    attributes jsonb       not null, -- a form of the module form
    revision   integer     not null check (revision >= 1),
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null
);

-- Groups of company tags; one without tags does not exist.
create table customerprofile_tag_group (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    name       text        not null check (char_length(name) between 1 and 30),
    position   integer     not null,
    created_at timestamptz not null,
    unique (org_id, id)
);
create unique index customerprofile_tag_group_name_idx on customerprofile_tag_group (org_id, lower(name));

-- A tag of the company, in a group; or of one member, for his eyes only.
create table customerprofile_tag (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    group_id   bigint,
    owner_id   bigint references principal (id),
    name       text        not null check (char_length(name) between 1 and 30),
    position   integer     not null,
    created_at timestamptz not null,
    unique (org_id, id),
    foreign key (org_id, group_id) references customerprofile_tag_group (org_id, id) on delete cascade,
    check ((group_id is null) <> (owner_id is null))
);
-- Deferred: two tags of a group may change names in one go.
alter table customerprofile_tag
    add column name_key text generated always as (lower(name)) stored,
    add constraint customerprofile_tag_group_key unique (org_id, group_id, name_key) deferrable initially deferred,
    add constraint customerprofile_tag_owner_key unique (org_id, owner_id, name_key) deferrable initially deferred;

-- Tags stand on relations, as in WeCom: who serves the customer has set them.
create table customerprofile_tagging (
    org_id      bigint      not null,
    relation_id bigint      not null, -- of the module customer
    tag_id      bigint      not null,
    set_by      bigint references principal (id), -- null: a rule
    set_at      timestamptz not null,
    primary key (org_id, relation_id, tag_id),
    foreign key (org_id, tag_id) references customerprofile_tag (org_id, id) on delete cascade
);
create index customerprofile_tagging_tag_idx on customerprofile_tagging (org_id, tag_id, relation_id);

-- The company's view of a person, with what is known of him in module customer: for lists.
create table customerprofile_person (
    customer_id  bigint      not null references principal (id),
    org_id       bigint      not null references org (id),
    name         text        not null default '',
    level        text        not null default 'ANONYMOUS',
    blocked      boolean     not null default false,
    proofs       text[]      not null default '{}', -- verified e-mails and telephone numbers, digits only
    stage        text        not null default 'unassigned' check (char_length(stage) <= 30),
    lost_reason  text        not null default '' check (char_length(lost_reason) <= 200),
    stage_at     timestamptz,
    attributes   jsonb       not null default '{}',
    version      integer     not null default 0,
    primary key (org_id, customer_id)
);

-- One line of the lists for each relation.
create table customerprofile_line (
    relation_id      bigint primary key, -- of the module customer
    org_id           bigint      not null references org (id),
    customer_id      bigint      not null,
    member_id        bigint      not null references principal (id),
    conversation_id  bigint,
    open             boolean     not null,
    remark           text        not null,
    company          text        not null,
    search_text      text        not null, -- lower case: name, remark, company, description, telephone numbers
    phones           text[]      not null, -- digits only
    add_way          text        not null,
    way_id           bigint,
    opened_at        timestamptz not null,
    last_customer_at timestamptz,
    last_staff_at    timestamptz,
    active_at        timestamptz not null, -- the last message, else when it was opened
    foreign key (org_id, customer_id) references customerprofile_person (org_id, customer_id)
) with (fillfactor = 80);
-- My customers, whoever moved last first; all; by customer; by thread.
create index customerprofile_line_member_idx on customerprofile_line (org_id, member_id, active_at desc, relation_id desc);
create index customerprofile_line_newest_idx on customerprofile_line (org_id, member_id, relation_id desc);
create index customerprofile_line_org_idx on customerprofile_line (org_id, active_at desc, relation_id desc);
create index customerprofile_line_org_newest_idx on customerprofile_line (org_id, relation_id desc);
create index customerprofile_line_customer_idx on customerprofile_line (org_id, customer_id);
create index customerprofile_line_thread_idx on customerprofile_line (org_id, conversation_id) where conversation_id is not null;

-- Messages in customers' threads that are not looked at yet.
create table customerprofile_feed (
    id              bigint generated always as identity primary key,
    org_id          bigint not null,
    conversation_id bigint not null,
    first_seq       bigint not null
);

-- Filters with a name: of a member, or for all.
create table customerprofile_segment (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    owner_id   bigint references principal (id), -- null: the company's
    name       text        not null check (char_length(name) between 1 and 30),
    filter     jsonb       not null,
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null,
    unique (org_id, id)
);
create index customerprofile_segment_owner_idx on customerprofile_segment (org_id, owner_id, id);

-- Who has taken customers out of the program, for ever.
create table customerprofile_export (
    id     bigint generated always as identity primary key,
    org_id bigint      not null references org (id),
    by_id  bigint      not null references principal (id),
    scope  text        not null,
    filter jsonb       not null,
    lines  integer     not null,
    at     timestamptz not null
);
create index customerprofile_export_line_idx on customerprofile_export (org_id, id desc);
