-- The case-based group (DRG, DIP) that a stay was put into, and by whom: PAYER or HIS. Without one the grouping table of
-- the payment agreement speaks.
alter table visit
    add column case_group        varchar(20),
    add column case_group_source varchar(8) check (case_group_source in ('PAYER', 'HIS')),
    add check ((case_group is null) = (case_group_source is null));
