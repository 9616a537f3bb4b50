-- What the billing desk finds visits by, each by its own index.
create index patient_identity_number on patient (identity_number) where identity_number is not null;
create index patient_name on patient (name text_pattern_ops);
create index membership_member_number on membership (member_number);
