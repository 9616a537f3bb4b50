package org.yibaoban.office.order;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.control.SigningKeys;

/**
 * Which programs may call the hooks with a token of their own, and which FHIR servers may be asked back. Immutable.
 *
 * @param fhirServers base addresses without a slash at the end; no other server is ever called
 * @param itemSystems code systems whose codes are the hospital's own item codes
 */
public record HookClients(List<Client> clients, Set<String> fhirServers, Set<String> itemSystems) {

    public HookClients {
        clients = List.copyOf(clients);
        fhirServers = Set.copyOf(fhirServers);
        itemSystems = Set.copyOf(itemSystems);
    }

    public Optional<Client> issuedBy(String issuer) {
        return clients.stream().filter(client -> client.issuer().equals(issuer)).findFirst();
    }

    /**
     * A program that calls the hooks.
     *
     * @param issuer its {@code iss}
     * @param algorithms some of RS256, RS384, ES256, ES384
     * @param keyIds the {@code kid}s that are accepted; all of its key set when empty
     * @param keys where its key set is: a file here, or an address
     */
    public record Client(String issuer, Set<String> algorithms, Set<String> keyIds, SigningKeys keys) {}
}
