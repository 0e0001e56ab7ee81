-- The bytes of one company, stored once per content. Another company's equal content is another row and another file on disk, so nobody can learn
-- from an upload that somebody else has the same document.
create table file_blob (
    org_id     bigint      not null references org (id),
    sha256     bytea       not null check (octet_length(sha256) = 32),
    size       bigint      not null check (size >= 0),
    type       text        not null, -- sniffed from the content
    width      integer,              -- as shown, after EXIF orientation
    height     integer,
    thumbnail  text        check (thumbnail in ('image/jpeg', 'image/png')), -- null: there is none
    created_at timestamptz not null,
    primary key (org_id, sha256)
);

-- One upload of one person: a name for a blob.
create table file_upload (
    id         bigint      generated always as identity primary key,
    org_id     bigint      not null references org (id),
    owner_id   bigint      not null references principal (id),
    sha256     bytea       not null,
    name       text        not null check (char_length(name) between 1 and 255),
    created_at timestamptz not null,
    unique (org_id, id),
    foreign key (org_id, sha256) references file_blob (org_id, sha256)
);
create index file_upload_owner_idx on file_upload (org_id, owner_id, id);

-- Bytes uploaded so far, for the quotas.
create table file_usage (
    org_id   bigint not null references org (id),
    owner_id bigint not null references principal (id),
    bytes    bigint not null,
    primary key (org_id, owner_id)
);
