package org.yibaoban.control;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the public keys are by which somebody's tokens are proved. Exactly one of the two is present.
 *
 * @param file a key set (JWKS), or one public key as PEM where the name ends with {@code .pem}
 * @param address of a key set (JWKS)
 */
public record SigningKeys(Optional<Path> file, Optional<URI> address) {}
