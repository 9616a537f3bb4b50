package org.yibaoban.control;

import java.util.List;
import java.util.Optional;

/** Whose bearer tokens the doors of systems accept; read from {@code config/token-issuers.yaml}. */
public record TokenIssuers(List<TokenIssuer> all) {

    public TokenIssuers {
        all = List.copyOf(all);
    }

    public Optional<TokenIssuer> issuing(String issuer) {
        return all.stream().filter(one -> one.issuer().equals(issuer)).findFirst();
    }
}
