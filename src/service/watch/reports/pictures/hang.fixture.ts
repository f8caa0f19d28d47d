// Takes a file and never answers, as a decoder does that was made to turn round for ever.
process.on('message', () => {});
process.on('disconnect', () => process.exit());
