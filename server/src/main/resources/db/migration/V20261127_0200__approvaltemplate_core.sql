-- Headings under which templates are shown.
create table approval_template_group (
    id       bigint generated always as identity primary key,
    org_id   bigint  not null references org (id),
    name     text    not null check (char_length(name) between 1 and 50),
    position integer not null,
    unique (org_id, name),
    unique (org_id, id)
);

-- What may be applied for. Name, icon and prefix are those of the published version, of the draft before the first.
create table approval_template (
    id                 bigint generated always as identity primary key,
    org_id             bigint      not null references org (id),
    group_id           bigint,
    position           integer     not null,
    state              text        not null default 'ACTIVE' check (state in ('ACTIVE', 'STOPPED', 'DELETED')),
    shipped_key        text,
    name               text        not null,
    icon               text        not null,
    description        text        not null,
    prefix             text        not null,
    start_range        jsonb       not null,
    managers           bigint[]    not null check (cardinality(managers) <= 50),
    data_managers      bigint[]    not null check (cardinality(data_managers) <= 50),
    version            integer     not null default 0, -- the published one, 0 for none
    published_revision integer     not null default 0,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    unique (org_id, id),
    foreign key (org_id, group_id) references approval_template_group (org_id, id)
);

-- The lists of a company: it has a few dozen templates.
create index approval_template_org_idx on approval_template (org_id, position, id);

-- Two templates never number alike.
create unique index approval_template_prefix_idx on approval_template (org_id, prefix)
    where version > 0 and state <> 'DELETED';

-- What is being worked on; the revision tells two editors apart.
create table approval_template_draft (
    org_id      bigint      not null references org (id),
    template_id bigint      not null,
    revision    integer     not null,
    content     jsonb       not null,
    edited_by   bigint references principal (id), -- null: shipped
    edited_at   timestamptz not null,
    primary key (org_id, template_id),
    foreign key (org_id, template_id) references approval_template (org_id, id)
);

-- Never changed: whatever runs names its version.
create table approval_template_version (
    org_id       bigint      not null references org (id),
    template_id  bigint      not null,
    number       integer     not null check (number > 0),
    content      jsonb       not null,
    published_by bigint references principal (id), -- null: shipped
    published_at timestamptz not null,
    primary key (org_id, template_id, number),
    foreign key (org_id, template_id) references approval_template (org_id, id)
);

-- Running numbers: of a template (field ''), and of its serial fields, each within a period.
create table approval_template_counter (
    org_id      bigint not null references org (id),
    template_id bigint not null,
    field       text   not null,
    period      text   not null,
    last        bigint not null,
    primary key (org_id, template_id, field, period),
    foreign key (org_id, template_id) references approval_template (org_id, id)
);

-- Which of the shipped templates the company has received, so that none comes twice and a deleted one does not come back.
create table approval_template_shipped (
    org_id      bigint not null references org (id),
    shipped_key text   not null,
    primary key (org_id, shipped_key)
);
