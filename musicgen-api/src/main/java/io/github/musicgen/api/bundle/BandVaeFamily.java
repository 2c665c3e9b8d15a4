package io.github.musicgen.api.bundle;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.codec.BandVaeJson;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.Optional;

/** Bands. */
final class BandVaeFamily implements BundleFamily<BandVaeBundle> {
    @Override
    public String word() {
        return "band_vae";
    }

    @Override
    public String description() {
        return "a band, which Band loads";
    }

    @Override
    public BandVaeBundle read(BundleReader reader) throws MalformedModelException {
        BandVaeConfiguration configuration = BandVaeJson.read(reader.json(Metadata.CONFIGURATION));
        reader.requireSchema(BandVaeTensors.schema(configuration));
        Optional<JsonPlace> told = reader.jsonIfThere(Metadata.GOLDEN);
        Optional<BandVaeGolden> golden =
                told.isPresent() ? Optional.of(BandVaeGoldenJson.read(told.get())) : Optional.empty();
        return new BandVaeBundle(configuration, reader.tensors(), reader.card(), reader.sampling(), golden);
    }

    @Override
    public Json configuration(BandVaeBundle bundle) {
        return BandVaeJson.of(bundle.configuration());
    }

    @Override
    public Optional<Json> golden(BandVaeBundle bundle) {
        return bundle.golden().map(BandVaeGoldenJson::of);
    }

    @Override
    public BandVaeBundle withTensors(BandVaeBundle bundle, TensorTable tensors) {
        BandVaeBundle other =
                new BandVaeBundle(bundle.configuration(), tensors, bundle.card(), bundle.sampling(), Optional.empty());
        Optional<BandVaeGolden> golden =
                bundle.golden().map(told -> BandVaeGolden.record(other.model(Engine.portable())));
        return new BandVaeBundle(bundle.configuration(), tensors, bundle.card(), bundle.sampling(), golden);
    }
}
