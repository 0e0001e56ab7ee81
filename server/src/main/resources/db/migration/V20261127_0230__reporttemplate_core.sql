-- What may be reported with. Name, icon, description and cycle are those of the newest version.
create table report_template (
    id            bigint generated always as identity primary key,
    org_id        bigint      not null references org (id),
    position      integer     not null,
    state         text        not null check (state in ('ACTIVE', 'STOPPED', 'DELETED')),
    shipped_key   text,
    name          text        not null check (char_length(name) between 1 and 50),
    icon          text        not null,
    description   text        not null,
    cycle         text        not null check (cycle in ('NONE', 'DAY', 'WEEK', 'MONTH')),
    write_range   jsonb       not null,
    managers      bigint[]    not null check (cardinality(managers) <= 50),
    data_managers bigint[]    not null check (cardinality(data_managers) <= 50),
    version       integer     not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    unique (org_id, id)
);
create index report_template_org_idx on report_template (org_id, position, id);

-- Form and rules. Never changed: a report names its version.
create table report_template_version (
    org_id       bigint      not null references org (id),
    template_id  bigint      not null,
    number       integer     not null check (number > 0),
    content      jsonb       not null,
    published_by bigint references principal (id), -- null: shipped
    published_at timestamptz not null,
    primary key (org_id, template_id, number),
    foreign key (org_id, template_id) references report_template (org_id, id)
);

-- Which of the shipped templates the company has received, so that none comes twice and a deleted one does not come back.
create table report_template_shipped (
    org_id      bigint not null references org (id),
    shipped_key text   not null,
    primary key (org_id, shipped_key)
);
