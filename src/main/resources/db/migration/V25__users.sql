-- Accounts that the administrator keeps: locked by hand, or for a while after wrong passwords.
alter table app_user
    add column must_change  boolean     not null default false,
    add column failures     integer     not null default 0,
    add column locked       boolean     not null default false,
    add column locked_until timestamptz,
    add column changed_by   varchar(60),
    add column changed_at   timestamptz;
