"""Who works with whom: the shared collaborations of two parties, in the portfolio of real collaborations."""

from itertools import combinations

import samenwerking as sw


def shared(portfolio: sw.Portfolio) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the pairs of parties that meet in more than one collaboration, with those collaborations."""
    parties = sorted({party for each in portfolio.collaborations for party in portfolio.parties_of(each)})
    joined = {party: portfolio.collaborations_of(party) for party in parties}
    pairs = {
        (one, other): tuple(each for each in joined[one] if each in joined[other])
        for one, other in combinations(parties, 2)
    }
    return {pair: found for pair, found in pairs.items() if len(found) > 1}


def main() -> None:
    """Print the ten pairs that meet most often."""
    portfolio = sw.example("deltaplan")
    most_first = sorted(shared(portfolio).items(), key=lambda item: -len(item[1]))
    for (one, other), found in most_first[:10]:
        print(f"{portfolio[one].name} en {portfolio[other].name}:")
        for each in found:
            print(f"  - {portfolio[each].name}")


if __name__ == "__main__":
    main()
