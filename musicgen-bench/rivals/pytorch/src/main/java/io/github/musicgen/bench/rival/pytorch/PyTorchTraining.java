package io.github.musicgen.bench.rival.pytorch;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import io.github.musicgen.bench.TrainedNetwork;
import io.github.musicgen.bench.TrainingBatch;
import io.github.musicgen.bench.TrainingLoop;
import io.github.musicgen.bench.TrainingRuntime;

/** The service: DJL's trainer around the blocks that sample, as DJL's own loop over batches runs it. */
public final class PyTorchTraining implements TrainingRuntime {
    private static final int LAYERS = 2;

    @Override
    public TrainedNetwork network() {
        return TrainedNetwork.PYTORCH;
    }

    @Override
    public TrainingLoop begin(int units) {
        Loop loop = new Loop(units);
        loop.requireLearning();
        return loop;
    }

    private static final class Loop implements TrainingLoop {
        private static final float LEARNING_RATE = 0.001f;
        private static final Shape SHOWN =
                new Shape(TrainingBatch.MELODIES, TrainingBatch.STEPS, TrainingBatch.CLASSES);

        private final NDManager manager = OneThread.manager();
        private final Model model = Model.newInstance("melody", "PyTorch");
        private final Trainer trainer;
        private final NDArray shown;
        private final NDArray answers;

        Loop(int units) {
            model.setBlock(new SequentialBlock()
                    .add(Blocks.lstm(LAYERS, units))
                    // All steps of all melodies one below the other: DJL's loss picks its answers in two dimensions
                    // alone.
                    .add(answer -> new NDList(answer.get(0).reshape(-1, units)))
                    .add(Blocks.linear(TrainingBatch.CLASSES)));
            this.trainer = model.newTrainer(new DefaultTrainingConfig(new SoftmaxCrossEntropyLoss())
                    .optOptimizer(Adam.builder()
                            .optLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                            .build())
                    .optDevices(new Device[] {Device.cpu()}));
            trainer.initialize(SHOWN);
            this.shown = manager.create(oneHot(TrainingBatch.shown()), SHOWN);
            this.answers = manager.create(
                    TrainingBatch.answers(), new Shape((long) TrainingBatch.MELODIES * TrainingBatch.STEPS));
        }

        private static float[] oneHot(int[] classes) {
            float[] values = new float[classes.length * TrainingBatch.CLASSES];
            for (int i = 0; i < classes.length; i++) {
                values[i * TrainingBatch.CLASSES + classes[i]] = 1;
            }
            return values;
        }

        /** What the layers compute is compared where they sample; that gradients arrive shows in the loss. */
        void requireLearning() {
            double before = step();
            double after = before;
            for (int i = 0; i < 3; i++) {
                after = step();
            }
            boolean nothingKnown = Math.abs(before - Math.log(TrainingBatch.CLASSES)) < 0.5;
            if (!(nothingKnown && after < before)) {
                throw new IllegalStateException("loss must fall from near " + Math.log(TrainingBatch.CLASSES)
                        + ", but was " + before + ", and after three steps " + after);
            }
        }

        @Override
        public double step() {
            try (NDManager step = manager.newSubManager()) {
                shown.tempAttach(step);
                answers.tempAttach(step);
                double loss = backward();
                trainer.step();
                return loss;
            }
        }

        private double backward() {
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDList scores = trainer.forward(new NDList(shown));
                NDArray loss = trainer.getLoss().evaluate(new NDList(answers), scores);
                collector.backward(loss);
                return loss.getFloat();
            }
        }

        @Override
        public void close() {
            trainer.close();
            model.close();
            manager.close();
        }
    }
}
