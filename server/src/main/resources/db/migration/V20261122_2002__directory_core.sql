create table directory_department (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    parent_id  bigint, -- null: the root, which carries the company's name
    name       text        not null check (char_length(name) between 1 and 64),
    position   integer     not null default 0, -- smaller comes first
    head_id    bigint references principal (id),
    created_at timestamptz not null default now(),
    unique (org_id, id),
    foreign key (org_id, parent_id) references directory_department (org_id, id)
);
create unique index directory_department_root_idx on directory_department (org_id) where parent_id is null;
create unique index directory_department_name_idx on directory_department (org_id, parent_id, name);

-- A member is a principal of kind MEMBER. Personal data of the login (phone, e-mail) is repeated here because a company may
-- know a number before the person has an account, and because a company must not see changes made in another company.
create table directory_member (
    principal_id   bigint      primary key references principal (id),
    org_id         bigint      not null references org (id),
    name           text        not null check (char_length(name) between 1 and 80),
    alias          text        not null default '',
    number         text        not null default '', -- staff number, unique in the company when given
    phone          text,
    email          text,
    title          text        not null default '',
    work_place     text        not null default '',
    avatar_file_id bigint,
    state          text        not null default 'INVITED' check (state in ('INVITED', 'ACTIVE', 'DISABLED', 'LEFT')),
    search_text    text        not null default '', -- name, pinyin, initials, alias, number, phone: filled by the directory
    created_at     timestamptz not null default now(),
    left_at        timestamptz,
    unique (org_id, principal_id)
);
create unique index directory_member_number_idx on directory_member (org_id, number) where number <> '' and state <> 'LEFT';
create unique index directory_member_phone_idx on directory_member (org_id, phone) where phone is not null and state <> 'LEFT';
create unique index directory_member_email_idx on directory_member (org_id, email) where email is not null and state <> 'LEFT';

create table directory_department_member (
    org_id        bigint  not null,
    department_id bigint  not null,
    principal_id  bigint  not null,
    title         text    not null default '', -- empty: the member's own title
    leader        boolean not null default false,
    main          boolean not null default false,
    position      integer not null default 0,
    primary key (org_id, department_id, principal_id),
    foreign key (org_id, department_id) references directory_department (org_id, id),
    foreign key (org_id, principal_id) references directory_member (org_id, principal_id)
);
create index directory_department_member_principal_idx on directory_department_member (org_id, principal_id);
